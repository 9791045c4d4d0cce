/**
 * Names of countries as UCDP and the Gleditsch-Ward list write them, where they differ from the country table's Dutch and English names.
 * A name in brackets after another ("Yemen (North Yemen)") needs no entry: it is tried without the brackets too.
 */
const otherNames: Record<string, string> = {
  Turkey: 'TUR',
  'Syrian Arab Republic': 'SYR',
  'South Yemen': 'YEM',
  "Yemen, People's Republic of": 'YEM',
  'DR Congo': 'COD',
  'Democratic Republic of Congo': 'COD',
  'Congo, Democratic Republic of': 'COD',
  Zaire: 'COD',
  Congo: 'COG',
  'Republic of Congo': 'COG',
  'Soviet Union': 'RUS',
  'Russian Federation': 'RUS',
  Yugoslavia: 'SRB',
  'Bosnia-Herzegovina': 'BIH',
  'Ivory Coast': 'CIV',
  'Kingdom of eSwatini': 'SWZ',
  Swaziland: 'SWZ',
  Macedonia: 'MKD',
  'Macedonia, FYR': 'MKD',
  'Macedonia, Former Yugoslav Republic of': 'MKD',
  'United States of America': 'USA',
  'Republic of Vietnam': 'VNM',
  'Vietnam, Democratic Republic of': 'VNM',
  Palestine: 'PSE',
  'Czech Republic': 'CZE',
  'East Timor': 'TLS',
  Rumania: 'ROU',
  'Kyrgyz Republic': 'KGZ',
  'Korea, Republic of': 'KOR',
  "Korea, People's Republic of": 'PRK',
  Burma: 'MMR',
  Myanmar: 'MMR',
  'Tanzania/Tanganyika': 'TZA',
  'Italy/Sardinia': 'ITA',
  'German Federal Republic': 'DEU',
  Surinam: 'SUR',
  'Samoa/Western Samoa': 'WSM',
  'The Gambia': 'GMB',
  'Hong Kong': 'HKG',
}

/** A name without what writers vary: accents, capitals, punctuation, "&" for "and". */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * @param countries the country table. @returns a function from a name as a dataset writes it to the ISO 3166-1 alpha-3 code; undefined for a
 * name nobody knows.
 */
export function countryFinder(countries: readonly { code: string; nameNl: string; nameEn: string }[]) {
  const codes = new Map<string, string>()
  for (const [name, code] of Object.entries(otherNames)) codes.set(plain(name), code)
  for (const { code, nameNl, nameEn } of countries) codes.set(plain(nameNl), code).set(plain(nameEn), code)
  const found = new Map<string, string | undefined>()
  return (name: string): string | undefined => {
    if (!found.has(name)) found.set(name, codes.get(plain(name)) ?? codes.get(plain(name.replace(/\(.*?\)/g, ' '))))
    return found.get(name)
  }
}
