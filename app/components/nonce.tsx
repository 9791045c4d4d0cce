import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)
export const NonceProvider = Nonce.Provider
/** The content security policy's word for this answer's own scripts; the browser hides it after use, so it is undefined there. */
export const useNonce = () => useContext(Nonce)
