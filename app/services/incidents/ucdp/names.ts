/**
 * Names of areas and places without the word for what they are. Releases write one area two ways ("Aleppo Governorate", "Aleppo governorate"),
 * so the word is left off; which ISO 3166-2 area a name stands for is not decided here.
 */
export const areaName = (name: string): string | null => without(/\s(?:governorate|province|muhafazat)$/i, name)
export const districtName = (name: string): string | null => without(/\s(?:district|sub-?district)$/i, name)
export const placeName = (name: string): string | null => without(/\s(?:village|town|city)$/i, name)

function without(word: RegExp, name: string): string | null {
  const tidy = name.replace(/\s+/g, ' ').trim()
  return tidy.replace(word, '') || null
}
