import { useState } from 'react'

/**
 * The value of before, as long as the new one says the same: what is made anew with every key and seldom changes does not draw again what shows it.
 * @param value something JSON can hold.
 */
export function useSame<T>(value: T): T {
  const [kept, setKept] = useState({ value, json: JSON.stringify(value) })
  const json = JSON.stringify(value)
  if (json === kept.json) return kept.value
  setKept({ value, json })
  return value
}
