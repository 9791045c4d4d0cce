/**
 * Proposals as a party may write them, with the question of the standard that asks (nearly) the same; null where none does. Written by hand before
 * the finder was tried on them; none of them is real input.
 */
export const likenessPairs: readonly { nl: string; en?: string; key: string | null }[] = [
  { nl: 'Welke straffen staan er op desertie en dienstweigering, en worden die ook opgelegd?', key: 'conscription.evasion' },
  { nl: 'Hoe verloopt de oproep voor militaire dienst in de praktijk?', key: 'conscription.practice' },
  { nl: 'Wat is de wettelijke huwelijksleeftijd en hoe vaak komen kindhuwelijken voor?', key: 'sgbv.forced-child-marriage' },
  { nl: 'Welke controleposten zijn er en welke papieren moeten reizigers tonen?', key: 'movement.internal' },
  { nl: 'Hoe ontwikkelde het aantal veiligheidsincidenten zich per provincie?', key: 'security.regions.intensity' },
  { nl: 'Welke gewapende groepen gebruikten welke wapens en tactieken?', key: 'security.national.nature' },
  { nl: 'Wat is bekend over mijnen, onontplofte munitie en de ruiming daarvan?', key: 'security.civilians.objects' },
  {
    nl: '',
    en: 'How did the security situation in the country develop compared with the previous year?',
    key: 'security.national.trend',
  },
  { nl: '', en: 'What penalties exist for draft evasion and desertion, and are they imposed?', key: 'conscription.evasion' },
  { nl: 'Welke grote gebeurtenissen waren bepalend voor de verslagperiode?', key: 'overview.key-events' },
  { nl: 'Hoe kunnen vrouwen aangifte doen van verkrachting en wat doet de politie daarmee?', key: 'sgbv.justice-response' },
  { nl: 'Zijn er opvanghuizen voor vrouwen die huiselijk geweld ontvluchten, en wie krijgt er geen plek?', key: 'sgbv.shelter' },
  { nl: 'Hoe worden teruggekeerde afgewezen asielzoekers door de autoriteiten behandeld?', key: 'return.treatment' },
  { nl: 'Welke papieren zijn nodig aan de grens en op de luchthaven bij terugkeer?', key: 'return.entry' },
  { nl: 'Hoe leven christenen die van de islam zijn bekeerd?', key: 'groups.conversion.practice' },
  {
    nl: 'Welke voogdij en opvang bestaan er voor alleenstaande minderjarige vreemdelingen die terugkeren?',
    key: 'minors.unaccompanied-care',
  },
  { nl: 'Hoe makkelijk zijn valse paspoorten en gekochte identiteitskaarten te krijgen?', key: 'documents.reliability' },
  { nl: 'Kunnen staatlozen en Bidun zich laten registreren en welke rechten hebben zij?', key: 'nationality.statelessness' },
  {
    nl: '',
    en: 'Which medical care and legal gender recognition are available to transgender people?',
    key: 'lhbtiq.transgender',
  },
  { nl: '', en: 'What is known about female genital mutilation by region and age?', key: 'sgbv.fgm' },
  { nl: '', en: 'How are journalists and human rights defenders able to work?', key: 'groups.journalists.overview' },
  { nl: 'Wat is bekend over ontvoeringen en gedwongen verdwijningen?', key: 'rights.disappearance' },
  { nl: 'Welke prijs vragen smokkelaars voor de overtocht naar Europa?', key: null },
  { nl: 'Wat is bekend over de prijs van visvergunningen voor buitenlandse vissers?', key: null },
  { nl: 'Welke televisiezenders zenden in het buitenland uit?', key: null },
  { nl: 'Welke voetbalclubs trekken spelers uit het buitenland aan?', key: null },
  { nl: '', en: 'How many tourists visited the archaeological sites?', key: null },
  { nl: 'Hoe is de ontvangst van mobiel internet op snelwegen?', key: null },
  { nl: 'Hoeveel paspoorten gaf de ambassade in Caïro uit aan ouderen?', key: null },
]
