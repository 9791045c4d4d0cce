/** The shape before the words of where input stands (components/page.tsx, Status). */
export const inputTone = { received: 'rest', 'in-treatment': 'busy', decided: 'good', 'set-aside': 'rest' } as const
