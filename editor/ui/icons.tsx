import type { ReactNode } from 'react'

/** Signs of the toolbar, drawn in the colour of the text around them; their names stand on the buttons. */
const icon = (paths: ReactNode) => (
  <svg
    aria-hidden="true"
    focusable="false"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {paths}
  </svg>
)
const dot = (cy: number) => <circle cx="3.5" cy={cy} r="1.4" fill="currentColor" stroke="none" />

export const bulletsIcon = icon(
  <>
    {dot(5)}
    {dot(10)}
    {dot(15)}
    <path d="M8 5h9M8 10h9M8 15h9" />
  </>,
)
export const numbersIcon = icon(
  <>
    <path d="M8.5 5H17M8.5 10H17M8.5 15H17" />
    <path d="M2.5 3.6 4 2.8v4.4M2.4 12.9c.2-1.3 2.7-1.2 2.6.2 0 1.2-2.6 2-2.6 3.3h2.8" strokeWidth="1.4" />
  </>,
)
export const tableIcon = icon(<path d="M2.5 3.5h15v13h-15zM2.5 8h15M2.5 12.2h15M7.5 3.5v13M12.5 3.5v13" />)
export const undoIcon = icon(<path d="M7 4 3 8l4 4M3 8h8.5a4.5 4.5 0 0 1 0 9H8" />)
export const redoIcon = icon(<path d="m13 4 4 4-4 4M17 8H8.5a4.5 4.5 0 0 0 0 9H12" />)
