/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />
import 'react'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

// React 18 passes these on as they are written, without knowing them.
declare module 'react' {
  interface HTMLAttributes<T> {
    popover?: 'auto' | 'manual' | undefined
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string | undefined
  }
}
