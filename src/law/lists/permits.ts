// Activities that need a permit or a notice of their own, and the words people use for them (GewO sections 29 ff.).

/**
 * `words`: stems that occur in a word; `a+b` both occur; `=word` a whole word; `^stem` the beginning of one.
 * `english`: the same for who writes in English; the GewO asks for no language. `unless`: stems that speak against it
 * ("Bistro ohne Alkohol"). See src/law/activities.ts.
 */
export type Permit = {
  key: (typeof permitKeys)[number]
  basis: string
  words: string
  english: string
  unless?: string
}

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
  { key: 'privateHospital', basis: 'GewO § 30', words: 'privatklinik privatkrankenhaus privatkrankenanstalt entbindungsklinik', english: 'private+hospital private+clinic maternity+clinic' },
  { key: 'personShow', basis: 'GewO § 33a', words: 'striptease peepshow table+dance tabledance', english: '=strip+club =stripper =strippers' },
  { key: 'gamingMachines', basis: 'GewO § 33c', words: 'spielautomat geldspielgerät geldspielautomat gewinnspielgerät spielgerät+gewinn', english: '=slot+machine gambling+machine gaming+machine' },
  { key: 'otherGames', basis: 'GewO § 33d', words: 'gewinnspiel', english: 'prize+draw prize+=games' , unless: 'gewinnspielgerät' },
  { key: 'arcade', basis: 'GewO § 33i', words: 'spielhalle spielothek spielsalon', english: '=arcade =arcades gambling+hall gaming+hall' },
  { key: 'pawnbroker', basis: 'GewO § 34', words: 'pfandleih leihhaus pfandkredit', english: 'pawnbrok pawnshop =pawn' },
  { key: 'security', basis: 'GewO § 34a', words: 'wachdienst wachschutz bewachung =security ^securit sicherheitsdienst türsteher objektschutz werkschutz personenschutz veranstaltungsschutz', english: '=bouncer =bouncers bodyguard =doorman guard+service' },
  { key: 'auctioneer', basis: 'GewO § 34b', words: 'versteigerung versteigerer auktion', english: '^auction' },
  { key: 'estateAgent', basis: 'GewO § 34c', words: 'immobilienmakler immobilienvermittlung immobilien+makler immobilien+vermittl ^wohnung+vermittl grundstück+vermittl bauträger baubetreu hausverwaltung hausverwalter immobilienverwaltung wohnimmobilienverwalt weg+verwaltung mietverwaltung darlehensvermittl kreditvermittl darlehen+vermittl kredit+vermittl', english: 'estate+agen estate+broker realtor letting+agen property+manag property+develop loan+broker credit+broker' },
  { key: 'insurance', basis: 'GewO § 34d', words: 'versicherungsvermittl versicherungsmakler versicherungsvertreter versicherungsagent versicherungsberat versicherung+vermittl versicherung+makler', english: 'insurance+broker insurance+agen insurance+advi insurance+sell insurance+sale' },
  { key: 'investment', basis: 'GewO § 34f', words: 'finanzanlage fondsvermittl fonds+vermittl investment+vermittl kapitalanlage+vermittl vermögensanlage+vermittl', english: 'investment+broker investment+advi financial+investment =fund+broker' },
  { key: 'feeAdvice', basis: 'GewO § 34h', words: 'honorarberat honorar+finanz', english: '=fee+financ' },
  { key: 'mortgage', basis: 'GewO § 34i', words: 'immobiliardarlehen baufinanzier immobilienfinanzier immobilien+darlehen+vermittl', english: '^mortgage' },
  { key: 'travelTrade', basis: 'GewO § 55 Abs. 2', words: 'haustür reisegewerb schausteller fliegend+händl foodtruck imbisswagen', english: 'food+truck =door+=to+sale =door+=to+sell itinerant travelling+trade peddler hawker fairground showman' },
  { key: 'prostitution', basis: 'ProstSchG § 12', words: 'bordell prostitution laufhaus escort', english: 'brothel =sex+work' },
  { key: 'passengerTransport', basis: 'PBefG §§ 1, 2', words: '=taxi =taxis taxiunternehm taxibetrieb taxifahr taxizentrale großraumtaxi mietwagen+fahr mietwagenunternehmen personenbeförder krankenfahrt fahrdienst chauffeur shuttle limousinenservice busunternehmen', english: '=cab =cabs minicab passenger+transport ride+hailing patient+transport limousine+service =bus+compan' },
  { key: 'goodsTransport', basis: 'GüKG § 3', words: 'güterkraftverkehr güterverkehr güterbeförder gütertransport spedition fernverkehr transportunternehmen lkw+transport umzugsunternehmen', english: 'haulage haulier freight =trucking goods+transport =moving+compan furniture+removal house+removal =removals' },
  { key: 'weapons', basis: 'WaffG § 21', words: 'waffenhandel waffen+handel waffen+verkauf büchsenmacher', english: 'gunsmith weapon+deal weapon+sell weapon+sale firearm =arms+dealer' },
  { key: 'explosives', basis: 'SprengG § 7', words: 'großfeuerwerk feuerwerk sprengstoff sprengarbeit pyrotechnik', english: 'firework explosives =blasting pyrotechnic' },
  { key: 'staffLeasing', basis: 'AÜG § 1', words: 'zeitarbeit leiharbeit arbeitnehmerüberlassung personalüberlassung', english: 'temporary+work temporary+staff temporary+employ =temp+agency staff+leas labour+leas employee+leas' },
  { key: 'pharmacy', basis: 'ApoG § 1', words: '^apotheke versandapotheke', english: '^pharmac' },
  { key: 'alcohol', basis: 'HGastG', words: 'gaststätte gastwirt schankwirt kneipe =bar bistro restaurant wirtshaus weinstube cocktail biergarten diskothek ausschank imbiss+alkohol café+alkohol alkohol+ausschank', english: '=pub =pubs tavern beer+garden nightclub =night+=club wine+bar brewpub alcohol+serv café+alcohol snack+alcohol', unless: 'alkohol alcohol' },
  { key: 'livestock', basis: 'TierSchG § 11', words: 'hundeschule hundetrain hundepension tierpension tierhandel zoofach zoohandlung hundezucht katzenzucht tierzucht reitschule reitbetrieb', english: '^dog+school ^dog+train ^dog+breed ^cat+breed animal+breed kennel =pet+=shop =pet+board ^dog+board animal+trad riding+school riding+stable' },
  { key: 'waste', basis: 'KrWG §§ 53, 54', words: 'schrotthandel schrottsammel schrott+handel schrott+sammel altmetall entsorgung entsorgen abfalltransport abfall+transport abfallsamml containerdienst', english: 'scrap+metal scrap+deal waste+dispos waste+collect waste+transport =skip+hire rubbish+remov' },
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
export type Overseen = { key: (typeof overseenKeys)[number]; words: string; english: string; unless?: string }

// biome-ignore format: a table
export const overseenTrades: Overseen[] = [
  { key: 'usedElectronics', words: 'gebraucht+elektronik gebraucht+computer gebraucht+handy gebraucht+smartphone gebraucht+kamera gebraucht+foto gebraucht+teppich gebraucht+pelz gebraucht+leder ankauf+handy ankauf+elektronik ankauf+teppich ankauf+pelz', english: '=used+phone =used+smartphone =used+electronic =used+computer =used+camera =used+carpet =used+=fur =second+hand+phone =second+hand+electronic =second+hand+computer secondhand+phone secondhand+electronic' },
  { key: 'usedVehicles', words: 'gebrauchtwagen gebrauchtfahrzeug gebraucht+auto gebraucht+kfz gebraucht+fahrzeug gebraucht+fahrrad gebraucht+fahrräder gebraucht+motorrad gebraucht+motorräder ankauf+kfz ankauf+auto ankauf+fahrzeug', english: '=used+=car =used+=cars =used+vehicle =used+bicycle =used+bike =used+motorcycle =used+motorbike =second+hand+=cars secondhand+=cars' },
  { key: 'preciousMetals', words: 'edelmetall goldankauf gold+ankauf altgold silberankauf', english: 'precious+metal =gold+buy =gold+purchas =silver+buy =scrap+=gold' },
  { key: 'jewellery', words: 'edelstein+handel edelsteinhandel gebraucht+schmuck ankauf+schmuck schmuck+ankauf', english: 'gemstone+trad gemstone+deal precious+stones =used+jewel =second+hand+jewel secondhand+jewel' },
  { key: 'scrap', words: 'schrotthandel schrott+handel altmetall', english: 'scrap+metal scrap+deal' },
  { key: 'detective', words: 'detektei detektiv auskunftei', english: '^detective private+investigat' },
  { key: 'partnerAgency', words: 'partnervermittl heiratsvermittl eheanbahnung bekanntschaftsvermittl dating+vermittl', english: 'dating+agency marriage+agency marriage+broker matchmaking' },
  { key: 'travelAgency', words: 'reisebüro reisevermittl reiseveranstalt reisen+vermittl ferienwohnung+vermittl unterkunft+vermittl unterkünfte+vermittl zimmervermittl', english: 'travel+agen tour+operator holiday+flat+agen holiday+home+agen vacation+rental+agen' },
  { key: 'locksmith', words: 'schlüsseldienst schlüsselnotdienst aufsperrdienst sicherungssystem alarmanlage einbruchschutz', english: '^locksmith burglar+alarm =alarm+=systems =alarm+=system' },
  { key: 'openingTools', words: 'dietrich öffnungswerkzeug', english: 'lockpick =lock+=picks' },
]

/** What is no trade at all (GewO section 6), or says too little to be one (R-G21). */
// biome-ignore format: a table
export const doubtfulActivities = [
  { key: 'freeProfession', words: '=arzt =ärztin ^zahnarzt ^zahnärzt rechtsanwalt rechtsanwält =notar =notarin steuerberater =architekt =architektin architekturbüro kunstmaler =künstler =künstlerin freischaffend schriftsteller =journalist =journalistin =lehrer =lehrerin nachhilfelehr musiklehr heilpraktiker physiotherap hebamme dolmetscher übersetzer psychotherap wirtschaftsprüfer', english: '=doctor =physician ^dentist =lawyer =attorney =solicitor =notary =tax+advis =tax+consult =architect =architects =freelance+artist =visual+artist =writer =author =teacher private+tutor alternative+practitioner naturopath =midwife =interpreter =translator =translations chartered+accountant' },
  { key: 'agriculture', words: 'landwirtschaft forstwirtschaft ackerbau viehzucht weinbau bergbau fischerei =imkerei', english: 'agricultur =farming forestry viticultur =vineyard =fishery =fisheries =beekeeping' },
  { key: 'ownAssets', words: 'eigen+vermögen+verwalt vermögensverwaltung+eigen vermietung+eigen+wohnung', english: '=own+asset+manag =own+letting+flat =own+renting+flat =own+renting+apartment' },
  { key: 'tooGeneral', words: 'aller+art jeglich+art dienstleistungen+allgemein diverse+dienstleistung verschieden+dienstleistung sonstig+dienstleistung', english: '=all+=kinds =any+=kind =various+service =general+service =miscellaneous+service =other+=services' },
] as const
