// Activities that need a permit or a notice of their own, and the words people use for them (GewO sections 29 ff.).

/**
 * `words`: stems that occur in a word; `a+b` both occur; `a_b` side by side; `=word` whole; `^stem` the beginning of one.
 * `english`: the same for who writes in English all the same; the office may ask for German (VwVfG section 23).
 * `unless`: stems that speak against it ("Bistro ohne Alkohol"). See src/law/activities.ts.
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
  { key: 'privateHospital', basis: 'GewO § 30', words: 'privatklinik privatkrankenhaus privatkrankenanstalt entbindungsklinik', english: '^private_hospital ^private_clinic ^maternity_clinic' },
  { key: 'personShow', basis: 'GewO § 33a', words: 'striptease peepshow table+dance tabledance', english: '=strip_club =strip_clubs =stripper =strippers' },
  { key: 'gamingMachines', basis: 'GewO § 33c', words: 'spielautomat geldspielgerät geldspielautomat gewinnspielgerät spielgerät+gewinn', english: '^slot_machine ^gambling_machine ^gaming_machine' },
  { key: 'otherGames', basis: 'GewO § 33d', words: 'gewinnspiel', english: '^prize_draw ^prize_game', unless: 'gewinnspielgerät' },
  { key: 'arcade', basis: 'GewO § 33i', words: 'spielhalle spielothek spielsalon', english: '=arcade =arcades ^gambling_hall ^gaming_hall' },
  { key: 'pawnbroker', basis: 'GewO § 34', words: 'pfandleih leihhaus pfandkredit', english: 'pawnbrok pawnshop =pawn_shop =pawn_shops' },
  { key: 'security', basis: 'GewO § 34a', words: 'wachdienst wachschutz bewachung =security ^securit sicherheitsdienst türsteher objektschutz werkschutz personenschutz veranstaltungsschutz', english: '=bouncer =bouncers bodyguard =doorman ^guard_service =guarding' },
  { key: 'auctioneer', basis: 'GewO § 34b', words: 'versteigerung versteigerer auktion', english: '^auction' },
  { key: 'estateAgent', basis: 'GewO § 34c', words: 'immobilienmakler immobilienvermittlung immobilien+makler immobilien+vermittl ^wohnung+vermittl grundstück+vermittl bauträger baubetreu hausverwaltung hausverwalter immobilienverwaltung wohnimmobilienverwalt weg+verwaltung mietverwaltung darlehensvermittl kreditvermittl darlehen+vermittl kredit+vermittl', english: '^estate_agen ^estate_broker realtor ^letting_agen ^property_manag ^property_develop ^loan_broker ^credit_broker =management+=properties =brokering+=loans =brokering+=credit' },
  { key: 'insurance', basis: 'GewO § 34d', words: 'versicherungsvermittl versicherungsmakler versicherungsvertreter versicherungsagent versicherungsberat versicherung+vermittl versicherung+makler', english: '^insurance_broker ^insurance_agen ^insurance_advi =insurance_sales =sale_of_insurance =selling_insurance =brokering+=insurance' },
  { key: 'investment', basis: 'GewO § 34f', words: 'finanzanlage fondsvermittl fonds+vermittl investment+vermittl kapitalanlage+vermittl vermögensanlage+vermittl', english: '^investment_broker ^investment_advi ^financial_investment ^fund_broker' },
  { key: 'feeAdvice', basis: 'GewO § 34h', words: 'honorarberat honorar+finanz', english: '^fee_based_financ ^fee_only_financ ^fee_based_invest' },
  { key: 'mortgage', basis: 'GewO § 34i', words: 'immobiliardarlehen baufinanzier immobilienfinanzier immobilien+darlehen+vermittl', english: '^mortgage' },
  { key: 'travelTrade', basis: 'GewO § 55 Abs. 2', words: 'haustür reisegewerb schausteller fliegend+händl foodtruck imbisswagen', english: '^food_truck =door_to_door_sale =door_to_door_sales =door_to_door_selling =selling+=door_to_door =doorstep_selling =doorstep_sales ^itinerant ^travelling_trad =peddler =peddlers =hawker =hawkers fairground =showman' },
  { key: 'prostitution', basis: 'ProstSchG § 12', words: 'bordell prostitution laufhaus escort', english: 'brothel =sex_work =sex_worker =sex_workers' },
  { key: 'passengerTransport', basis: 'PBefG §§ 1, 2', words: '=taxi =taxis taxiunternehm taxibetrieb taxifahr taxizentrale großraumtaxi mietwagen+fahr mietwagenunternehmen personenbeförder krankenfahrt fahrdienst chauffeur shuttle limousinenservice busunternehmen', english: '=cab_driver =cab_service =cab_company =taxi_cab minicab ^passenger_transport =transport_of_passengers ^ride_hailing ^patient_transport ^limousine_service ^bus_compan' },
  { key: 'goodsTransport', basis: 'GüKG § 3', words: 'güterkraftverkehr güterverkehr güterbeförder gütertransport spedition fernverkehr transportunternehmen lkw+transport umzugsunternehmen', english: 'haulage haulier ^freight =trucking ^goods_transport =transport_of_goods ^moving_compan ^furniture_removal ^house_removal ^home_removal =removals_company =removal_company' },
  { key: 'weapons', basis: 'WaffG § 21', words: 'waffenhandel waffen+handel waffen+verkauf büchsenmacher', english: 'gunsmith ^gun_shop ^gun_deal ^weapon_deal ^weapons_deal =weapon_sales =sale_of_weapons =trade_in_weapons =selling+=weapons firearm =arms_dealer =arms_dealers' },
  { key: 'explosives', basis: 'SprengG § 7', words: 'großfeuerwerk feuerwerk sprengstoff sprengarbeit pyrotechnik', english: 'firework explosives =rock_blasting =blasting_work =blasting_works pyrotechnic' },
  { key: 'staffLeasing', basis: 'AÜG § 1', words: 'zeitarbeit leiharbeit arbeitnehmerüberlassung personalüberlassung', english: '=temporary_work =temporary_workers =temporary_staff =temporary_staffing =temporary_employment =temp_agency ^staff_leas ^labour_leas ^labor_leas ^employee_leas' },
  { key: 'pharmacy', basis: 'ApoG § 1', words: '^apotheke versandapotheke', english: '=pharmacy =pharmacies' },
  { key: 'alcohol', basis: 'HGastG', words: 'gaststätte gastwirt schankwirt kneipe =bar bistro restaurant wirtshaus weinstube cocktail biergarten diskothek ausschank imbiss+alkohol café+alkohol alkohol+ausschank', english: '=pub =pubs ^tavern ^beer_garden nightclub =night_club ^wine_bar brewpub ^serving_alcohol ^serve_alcohol ^serves_alcohol =alcohol_served café+=alcohol snack+=alcohol', unless: 'alkohol alcohol' },
  { key: 'livestock', basis: 'TierSchG § 11', words: 'hundeschule hundetrain hundepension tierpension tierhandel zoofach zoohandlung hundezucht katzenzucht tierzucht reitschule reitbetrieb', english: '^dog_school ^dog_train ^dog_breed ^cat_breed ^animal_breed =training_dogs =breeding+=dogs =breeding+=cats =kennel =kennels =pet_shop =pet_shops ^pet_boarding ^dog_boarding =animal_trade =riding_school =riding_schools =riding_stable =riding_stables' },
  { key: 'waste', basis: 'KrWG §§ 53, 54', words: 'schrotthandel schrottsammel schrott+handel schrott+sammel altmetall entsorgung entsorgen abfalltransport abfall+transport abfallsamml containerdienst', english: '^scrap_metal ^scrap_deal ^waste_dispos ^waste_collect ^waste_transport =disposal_of_waste =collection_of_waste =skip_hire =rubbish_removal' },
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
  { key: 'usedElectronics', words: 'gebraucht+elektronik gebraucht+computer gebraucht+handy gebraucht+smartphone gebraucht+kamera gebraucht+foto gebraucht+teppich gebraucht+pelz gebraucht+leder ankauf+handy ankauf+elektronik ankauf+teppich ankauf+pelz', english: '^used_phone ^used_mobile_phone ^used_smartphone ^used_electronic ^used_computer ^used_laptop ^used_camera ^second_hand_phone ^second_hand_mobile_phone ^second_hand_smartphone ^second_hand_electronic ^second_hand_computer ^second_hand_laptop ^second_hand_camera ^secondhand_phone ^secondhand_mobile_phone ^secondhand_smartphone ^secondhand_electronic ^secondhand_computer ^secondhand_laptop ^secondhand_camera ^used_carpet =used_fur =used_furs' },
  { key: 'usedVehicles', words: 'gebrauchtwagen gebrauchtfahrzeug gebraucht+auto gebraucht+kfz gebraucht+fahrzeug gebraucht+fahrrad gebraucht+fahrräder gebraucht+motorrad gebraucht+motorräder ankauf+kfz ankauf+auto ankauf+fahrzeug', english: '=used_cars =used_and_new_cars =used_car_trade =used_car_sales =used_car_dealer =used_vehicles =used_bicycles =used_bikes =used_motorcycles =used_motorbikes =second_hand_cars =second_hand_vehicles =second_hand_bicycles =second_hand_bikes =secondhand_cars' },
  { key: 'preciousMetals', words: 'edelmetall goldankauf gold+ankauf altgold silberankauf', english: '^precious_metal ^gold_buy ^gold_purchas =purchase_of_gold =buying+=gold ^silver_buy =buying+=silver =scrap_gold' },
  { key: 'jewellery', words: 'edelstein+handel edelsteinhandel gebraucht+schmuck ankauf+schmuck schmuck+ankauf', english: '^gemstone_trad ^gemstone_deal =trade_in_gemstones =precious_stones =used_jewellery =used_jewelry =second_hand_jewellery =second_hand_jewelry =secondhand_jewellery =secondhand_jewelry' },
  { key: 'scrap', words: 'schrotthandel schrott+handel altmetall', english: '^scrap_metal ^scrap_deal' },
  { key: 'detective', words: 'detektei detektiv auskunftei', english: '=detective =detectives ^private_investigat' },
  { key: 'partnerAgency', words: 'partnervermittl heiratsvermittl eheanbahnung bekanntschaftsvermittl dating+vermittl', english: '=dating_agency =dating_agencies =marriage_agency ^marriage_broker matchmaking' },
  { key: 'travelAgency', words: 'reisebüro reisevermittl reiseveranstalt reisen+vermittl ferienwohnung+vermittl unterkunft+vermittl unterkünfte+vermittl zimmervermittl', english: '^travel_agenc =travel_agent =travel_agents ^tour_operator ^holiday_flat_agen ^holiday_home_agen ^vacation_rental_agen' },
  { key: 'locksmith', words: 'schlüsseldienst schlüsselnotdienst aufsperrdienst sicherungssystem alarmanlage einbruchschutz', english: '^locksmith ^burglar_alarm =alarm_system =alarm_systems' },
  { key: 'openingTools', words: 'dietrich öffnungswerkzeug', english: '^lockpick =lock_picks' },
]

/** What is no trade at all (GewO section 6), or says too little to be one (R-G21). */
// biome-ignore format: a table
export const doubtfulActivities = [
  { key: 'freeProfession', words: '=arzt =ärztin ^zahnarzt ^zahnärzt rechtsanwalt rechtsanwält =notar =notarin steuerberater =architekt =architektin architekturbüro kunstmaler =künstler =künstlerin freischaffend schriftsteller =journalist =journalistin =lehrer =lehrerin nachhilfelehr musiklehr heilpraktiker physiotherap hebamme dolmetscher übersetzer psychotherap wirtschaftsprüfer', english: '=doctor =physician ^dentist =lawyer =attorney =solicitor =notary ^tax_advis ^tax_consult =architect =architects =freelance_artist =visual_artist =writer =author =teacher =private_tutor =private_tutoring ^alternative_practitioner naturopath =midwife =interpreter =translator =translations =chartered_accountant' },
  { key: 'agriculture', words: 'landwirtschaft forstwirtschaft ackerbau viehzucht weinbau bergbau fischerei =imkerei', english: '=agriculture =agricultural_business =agricultural_holding =agricultural_production =farming =forestry viticultur =vineyard =fishery =fisheries =beekeeping' },
  { key: 'ownAssets', words: 'eigen+vermögen+verwalt vermögensverwaltung+eigen vermietung+eigen+wohnung', english: '^own_asset_manag =own+=assets+=management =own+=assets+=managing =own_flat+=letting =own_flats+=letting =own_flat+=renting =own_flats+=renting =own_apartment+=renting =own_apartments+=renting =own_apartments+=letting' },
  { key: 'tooGeneral', words: 'aller+art jeglich+art dienstleistungen+allgemein diverse+dienstleistung verschieden+dienstleistung sonstig+dienstleistung', english: '=all_kinds =any_kind ^various_service ^general_service ^miscellaneous_service =other_services' },
] as const
