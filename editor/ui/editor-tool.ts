/** A key of the bar that the page brings: with Mod-Shift or Alt and the key at that place on the keyboard. */
export type EditorTool = { code: `Key${string}`; label: string; run: () => void; pressed?: boolean }
