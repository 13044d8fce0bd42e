// Activities that need a permit or a notice of their own, and the words people use for them (GewO sections 29 ff.).

/**
 * `words`: stems that occur in a word; `a+b` both occur; `=word` a whole word; `^stem` the beginning of one.
 * `unless`: stems that speak against it ("Bistro ohne Alkohol"). See src/law/activities.ts.
 */
export type Permit = { key: (typeof permitKeys)[number]; basis: string; words: string; unless?: string }

// biome-ignore format: a table of keys
export const permitKeys = [
  'privateHospital', 'personShow', 'gamingMachines', 'otherGames', 'arcade', 'pawnbroker', 'security', 'auctioneer',
  'estateAgent', 'insurance', 'investment', 'feeAdvice', 'mortgage', 'travelTrade', 'prostitution',
  'passengerTransport', 'goodsTransport', 'weapons', 'explosives', 'staffLeasing', 'pharmacy', 'alcohol', 'livestock',
  'waste',
] as const
/** Alcohol needs no permit in Hesse but a notice (HGastG, R-G22). */
export const permitKinds = permitKeys.filter(key => key !== 'alcohol')

// biome-ignore format: a table
export const permits: Permit[] = [
  { key: 'privateHospital', basis: 'GewO § 30', words: 'privatklinik privatkrankenhaus privatkrankenanstalt entbindungsklinik' },
  { key: 'personShow', basis: 'GewO § 33a', words: 'striptease peepshow table+dance tabledance' },
  { key: 'gamingMachines', basis: 'GewO § 33c', words: 'spielautomat geldspielgerät geldspielautomat gewinnspielgerät spielgerät+gewinn' },
  { key: 'otherGames', basis: 'GewO § 33d', words: 'gewinnspiel' , unless: 'gewinnspielgerät' },
  { key: 'arcade', basis: 'GewO § 33i', words: 'spielhalle spielothek spielsalon' },
  { key: 'pawnbroker', basis: 'GewO § 34', words: 'pfandleih leihhaus pfandkredit' },
  { key: 'security', basis: 'GewO § 34a', words: 'wachdienst wachschutz bewachung =security ^securit sicherheitsdienst türsteher objektschutz werkschutz personenschutz veranstaltungsschutz' },
  { key: 'auctioneer', basis: 'GewO § 34b', words: 'versteigerung versteigerer auktion' },
  { key: 'estateAgent', basis: 'GewO § 34c', words: 'immobilienmakler immobilienvermittlung immobilien+makler immobilien+vermittl ^wohnung+vermittl grundstück+vermittl bauträger baubetreu hausverwaltung hausverwalter immobilienverwaltung wohnimmobilienverwalt weg+verwaltung mietverwaltung darlehensvermittl kreditvermittl darlehen+vermittl kredit+vermittl' },
  { key: 'insurance', basis: 'GewO § 34d', words: 'versicherungsvermittl versicherungsmakler versicherungsvertreter versicherungsagent versicherungsberat versicherung+vermittl versicherung+makler' },
  { key: 'investment', basis: 'GewO § 34f', words: 'finanzanlage fondsvermittl fonds+vermittl investment+vermittl kapitalanlage+vermittl vermögensanlage+vermittl' },
  { key: 'feeAdvice', basis: 'GewO § 34h', words: 'honorarberat honorar+finanz' },
  { key: 'mortgage', basis: 'GewO § 34i', words: 'immobiliardarlehen baufinanzier immobilienfinanzier immobilien+darlehen+vermittl' },
  { key: 'travelTrade', basis: 'GewO § 55 Abs. 2', words: 'haustür reisegewerb schausteller fliegend+händl' },
  { key: 'prostitution', basis: 'ProstSchG § 12', words: 'bordell prostitution laufhaus escort' },
  { key: 'passengerTransport', basis: 'PBefG §§ 1, 2', words: '=taxi =taxis taxiunternehm taxibetrieb taxifahr taxizentrale großraumtaxi mietwagen+fahr mietwagenunternehmen personenbeförder krankenfahrt fahrdienst chauffeur shuttle limousinenservice busunternehmen' },
  { key: 'goodsTransport', basis: 'GüKG § 3', words: 'güterkraftverkehr güterverkehr güterbeförder gütertransport spedition fernverkehr transportunternehmen lkw+transport umzugsunternehmen' },
  { key: 'weapons', basis: 'WaffG § 21', words: 'waffenhandel waffen+handel waffen+verkauf büchsenmacher' },
  { key: 'explosives', basis: 'SprengG § 7', words: 'großfeuerwerk feuerwerk sprengstoff sprengarbeit pyrotechnik' },
  { key: 'staffLeasing', basis: 'AÜG § 1', words: 'zeitarbeit leiharbeit arbeitnehmerüberlassung personalüberlassung' },
  { key: 'pharmacy', basis: 'ApoG § 1', words: '^apotheke versandapotheke' },
  { key: 'alcohol', basis: 'HGastG', words: 'gaststätte gastwirt schankwirt kneipe =bar bistro restaurant wirtshaus weinstube cocktail biergarten diskothek ausschank imbiss+alkohol café+alkohol alkohol+ausschank', unless: 'alkohol' },
  { key: 'livestock', basis: 'TierSchG § 11', words: 'hundeschule hundetrain hundepension tierpension tierhandel zoofach zoohandlung hundezucht katzenzucht tierzucht reitschule reitbetrieb' },
  { key: 'waste', basis: 'KrWG §§ 53, 54', words: 'schrotthandel schrottsammel schrott+handel schrott+sammel altmetall entsorgung entsorgen abfalltransport abfall+transport abfallsamml containerdienst' },
]

/** Of these decides an authority under the Gewerbeordnung; of the others one that their own act names. */
export const tradeCodePermits = permits.filter(({ basis }) => basis.startsWith('GewO')).map(({ key }) => key)

/** Trades that the office watches: it asks for a certificate of good conduct (GewO section 38(1)). */
const overseenKeys = [
  'usedElectronics',
  'usedVehicles',
  'preciousMetals',
  'jewellery',
  'scrap',
  'detective',
  'partnerAgency',
  'travelAgency',
  'locksmith',
  'openingTools',
] as const
export type Overseen = { key: (typeof overseenKeys)[number]; words: string; unless?: string }

// biome-ignore format: a table
export const overseenTrades: Overseen[] = [
  { key: 'usedElectronics', words: 'gebraucht+elektronik gebraucht+computer gebraucht+handy gebraucht+smartphone gebraucht+kamera gebraucht+foto gebraucht+teppich gebraucht+pelz gebraucht+leder ankauf+handy ankauf+elektronik ankauf+teppich ankauf+pelz' },
  { key: 'usedVehicles', words: 'gebrauchtwagen gebrauchtfahrzeug gebraucht+auto gebraucht+kfz gebraucht+fahrzeug gebraucht+fahrrad gebraucht+fahrräder gebraucht+motorrad gebraucht+motorräder ankauf+kfz ankauf+auto ankauf+fahrzeug' },
  { key: 'preciousMetals', words: 'edelmetall goldankauf gold+ankauf altgold silberankauf' },
  { key: 'jewellery', words: 'edelstein+handel edelsteinhandel gebraucht+schmuck ankauf+schmuck schmuck+ankauf' },
  { key: 'scrap', words: 'schrotthandel schrott+handel altmetall' },
  { key: 'detective', words: 'detektei detektiv auskunftei' },
  { key: 'partnerAgency', words: 'partnervermittl heiratsvermittl eheanbahnung bekanntschaftsvermittl dating+vermittl' },
  { key: 'travelAgency', words: 'reisebüro reisevermittl reiseveranstalt reisen+vermittl ferienwohnung+vermittl unterkunft+vermittl unterkünfte+vermittl zimmervermittl' },
  { key: 'locksmith', words: 'schlüsseldienst schlüsselnotdienst aufsperrdienst sicherungssystem alarmanlage einbruchschutz' },
  { key: 'openingTools', words: 'dietrich öffnungswerkzeug' },
]

/** What is no trade at all (GewO section 6), or says too little to be one (R-G21). */
// biome-ignore format: a table
export const doubtfulActivities = [
  { key: 'freeProfession', words: '=arzt =ärztin ^zahnarzt ^zahnärzt rechtsanwalt rechtsanwält =notar =notarin steuerberater =architekt =architektin architekturbüro kunstmaler =künstler =künstlerin freischaffend schriftsteller =journalist =journalistin =lehrer =lehrerin nachhilfelehr musiklehr heilpraktiker physiotherap hebamme dolmetscher übersetzer psychotherap wirtschaftsprüfer' },
  { key: 'agriculture', words: 'landwirtschaft forstwirtschaft ackerbau viehzucht weinbau bergbau fischerei =imkerei' },
  { key: 'ownAssets', words: 'eigen+vermögen+verwalt vermögensverwaltung+eigen vermietung+eigen+wohnung' },
  { key: 'tooGeneral', words: 'aller+art jeglich+art dienstleistungen+allgemein diverse+dienstleistung verschieden+dienstleistung sonstig+dienstleistung' },
] as const
