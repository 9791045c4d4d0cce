/**
 * Who reported an event, kept only where it is recognisably an organisation. The dataset's own column of original sources holds persons too
 * ("journalist …", "Prime Minister …", bare names): names of persons are never stored, so that what is not recognised is left out.
 */

/** Names without a word that gives them away as an organisation; compared without capitals and spaces. */
const known = new Set(
  [
    'Airwars',
    'Air Wars',
    'Al Amaq',
    'Al Arabiya',
    'Al Jazeera',
    'Al-Watan',
    'Al Mayadeen',
    'Amnesty',
    'Amnesty International',
    'Anadolu',
    'Asharq Al-Awsat',
    'Baladi',
    'Carnegie',
    'Crisis Watch',
    'Deir Ezzor 24',
    'DeirEzzor 24',
    'Deir Ezzor Now',
    'Deutsche Welle',
    'Doctors Without Borders',
    'Enab Baladi',
    'Euphrates Post',
    'Fars',
    'Free Burma Rangers',
    'Hawar',
    'Hezbollah',
    'Human Rights Watch',
    'Kurdistan 24',
    'Live Map',
    'LiveuaMap',
    'Médecins Sans Frontières',
    'Middle East Eye',
    'New Arab',
    'Reliefweb',
    'Reuters',
    'Rudaw',
    'SN4HR',
    'Sputnik',
    'Syria Live',
    'Syria Live Map',
    'Syria Liveuamap',
    'Syrian War Daily',
    'Tasnim',
    'Times of Israel',
    'Waha',
    'White Helmets',
    'Xinhua',
  ].map(squeezed),
)
const organisationWord =
  /\b(?:academy|agency|agence|alliance|army|armed forces|association|authority|authorities|bbc|board|broadcaster|bureau|center|centre|charity|coalition|collective|commission|committee|corps|council|court|crescent|cross|daily|defence|defense|directorate|embassy|federation|force|forces|foundation|gazette|government|group|guardian|herald|human rights|independent|initiative|institute|journal|league|media|military|militia|ministry|mission|monitor|monitoring|movement|nations|network|news|newspaper|newswires?|observatory|office|online|operations room|organi[sz]ation|party|police|post|press|project|radio|rangers|report|services?|society|star|statement|syndicate|telegraph|television|times|tribune|tv|union|unit|units|university|watch|website)\b/i
/** A person speaking, named or not: also for an organisation. */
const personWord =
  /\b(?:activists?|advis[eo]r|ambassador|anonymous|brother|chairman|chief|cited|civilians?|colonel|commander|correspondent|dr|doctor|eyewitness\w*|father|fighter|general|governor|he|head|his|her|journalist|lawyer|leader|locals?|major|mayor|minister|mr|mrs|ms|mother|named|officer|officials?|pm|president|prince|professor|quoting|reporter|residents?|resident|said|secretary|sheikh|she|sister|soldier|spokes\w+|staff|survivors?|victims?|who|witness\w*)\b/i
const acronym = /^\(?[A-Z][A-Z0-9&.-]{1,7}\)?$/
const address = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/
const longest = 80

/** One name, tidied; null when it is not recognisably an organisation, or longer than a name is. */
export function organisation(name: string): string | null {
  const tidy = name.replace(/\s+/g, ' ').trim()
  if (tidy.length < 2 || tidy.length > longest || personWord.test(tidy)) return null
  const recognised = acronym.test(tidy) || address.test(tidy) || known.has(squeezed(tidy)) || organisationWord.test(tidy)
  return recognised ? tidy : null
}

/** A cell with several names, joined in the dataset's many ways: the organisations among them, each once, in order. */
export function organisations(cell: string): string[] {
  const kept = new Map<string, string>()
  for (const part of cell.split(/[,;\n]|\s\/\s|(?<=\S)\/(?=\S)|\s(?:and|&)\s/)) {
    const name = organisation(part)
    if (name && !kept.has(squeezed(name))) kept.set(squeezed(name), name)
  }
  return [...kept.values()]
}

/** The office that published a report: a publisher by the dataset's codebook, so that one word without blanks is enough. */
export const publisher = (name: string): string | null =>
  /^[\p{L}\d.-]{2,40}$/u.test(name.trim()) && !personWord.test(name) ? name.trim() : organisation(name)

function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[\s'’-]/g, '')
}
