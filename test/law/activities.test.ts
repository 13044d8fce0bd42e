// What people write about their trade, against the lists of the law: what is found, and what must not be.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchActivities } from '../../src/law/activities.ts'
import { allCrafts } from '../../src/law/lists/crafts.ts'
import { legalForms, registerKinds } from '../../src/law/lists/legal-forms.ts'
import { permitKeys, permits } from '../../src/law/lists/permits.ts'

/** The text; then what is found: permits and overseen trades by key, crafts by annex and number, doubts by key. */
const sentences: [string, string][] = [
  ['Friseurhandwerk', 'A38'],
  ['Mobiler Frisör, Haare schneiden und färben bei Kundinnen zu Hause', 'A38'],
  ['Barbershop', 'A38'],
  ['Verkauf von Haarpflegemitteln', ''],
  ['Handel mit Friseurbedarf', ''],
  ['Entwicklung von Software für Friseure und Gaststätten', ''],
  ['Herstellung von Kerzen aus Bienenwachs (nicht handwerksmäßig) und Versandhandel damit über das Internet', ''],
  ['Herstellung von Kerzen', 'B1-32'],
  ['Durchführung von Kerzenkursen', ''],
  ['Hausmeisterdienste ohne erlaubnispflichtige Tätigkeiten', ''],
  ['Hausmeisterservice, keine Elektro- und Sanitärinstallationen', ''],
  ['Elektro- und Sanitärinstallation', 'A24 A25'],
  ['ELEKTROINSTALLATIONEN aller Art', 'A25 tooGeneral'],
  ['Fachbetrieb für Heizungsbau', 'A24'],
  ['Kfz-Werkstatt und Handel mit Gebrauchtwagen', 'A20 usedVehicles'],
  ['An- und Verkauf von gebrauchten Handys', 'usedElectronics'],
  ['Goldankauf', 'preciousMetals'],
  ['Malerarbeiten, Tapezieren, Bodenlegen', 'A10 B2-3'],
  ['Malerei und Zeichnungen, Verkauf eigener Bilder', ''],
  ['Baeckerei mit Cafe', 'A30'],
  ['Verkauf von Backwaren', ''],
  ['Schreinerei, Möbelbau nach Maß', 'A27'],
  ['Fensterputzen und Büroreinigung', 'B1-33'],
  ['Fotografin für Hochzeiten', 'B1-38'],
  ['Nagelstudio', 'B1-56'],
  ['Änderungsschneiderei', 'B1-19 B2-37'],
  ['Pflasterarbeiten und Gartenpflege', 'A5'],
  ['Gartenpflege', ''],
  ['Wachdienst und Türsteher bei Veranstaltungen', 'security'],
  ['Security-Dienstleistungen', 'security'],
  ['IT-Sicherheit und Beratung', ''],
  ['Immobilienmaklerin', 'estateAgent'],
  ['WEG-Verwaltung und Mietverwaltung', 'estateAgent'],
  ['Vermittlung von Versicherungen', 'insurance'],
  ['Vermittlung von Darlehen zur Baufinanzierung', 'estateAgent mortgage'],
  ['Taxiunternehmen', 'passengerTransport'],
  ['Taxidermie', ''],
  ['Großraumtaxi und Krankenfahrten', 'passengerTransport'],
  ['Kurierfahrten mit dem eigenen Pkw', ''],
  ['Gueterkraftverkehr', 'goodsTransport'],
  ['Aufstellen von Spielautomaten', 'gamingMachines'],
  ['Betrieb einer Spielhalle', 'arcade'],
  ['Gaststätte mit Biergarten', 'alcohol'],
  ['Bistro ohne Alkohol', ''],
  ['Alkoholfreies Bistro', ''],
  ['Restaurant, kein Ausschank von Alkohol', ''],
  ['Imbiss', ''],
  ['Imbiss mit Alkoholausschank', 'alcohol'],
  ['Barverkauf von Obst', ''],
  ['Cocktailbar', 'alcohol'],
  ['Hundeschule', 'livestock'],
  ['Schrotthandel', 'waste scrap'],
  ['Schlüsseldienst rund um die Uhr', 'locksmith'],
  ['Detektei', 'detective'],
  ['Reisebüro', 'travelAgency'],
  ['Ferienwohnungsvermittlung', 'travelAgency'],
  ['Vermittlung von Ferienwohnungen', 'travelAgency'],
  ['Haustürverkauf von Zeitschriften', 'travelTrade'],
  ['Zeitarbeit', 'staffLeasing'],
  ['Entwicklung und Vertrieb von Software für Obstbaubetriebe', ''],
  ['IT-Beratung', ''],
  ['Hosting von Anwendungen', ''],
  ['Dienstleistungen aller Art', 'tooGeneral'],
  ['Steuerberaterin', 'freeProfession'],
  ['Landwirtschaft und Viehzucht', 'agriculture'],
  ['Onlinehandel mit Bekleidung', ''],
  ['Hair salon', 'A38'],
  ['Hairdresser, cutting and colouring hair at customers’ homes', 'A38'],
  ['Sale of hair care products', ''],
  ['Wholesale of hairdressing supplies', ''],
  ['Software for hairdressers and restaurants', ''],
  ['Food truck', 'travelTrade'],
  ['Foodtruck mit Burgern', 'travelTrade'],
  ['Restaurant', 'alcohol'],
  ['Restaurant without alcohol', ''],
  ['Alcohol-free bistro', ''],
  ['Pub with a beer garden', 'alcohol'],
  ['Snack bar', 'alcohol'],
  ['Bakery with a small café', 'A30'],
  ['Plumbing and heating installation', 'A24'],
  ['Electrician, not only solar panels', 'A25'],
  ['Car repair workshop and trade in used cars', 'A20 usedVehicles'],
  ['Carport construction', ''],
  ['House painting, floor laying', 'A10 B2-3'],
  ['Web design and signature fonts', ''],
  ['Nail studio', 'B1-56'],
  ['Wedding photography', 'B1-38'],
  ['Cleaning of windows and offices', 'B1-33'],
  ['Dog school', 'livestock'],
  ['Catalogue of training videos', ''],
  ['Real estate agent', 'estateAgent'],
  ['Insurance broker', 'insurance'],
  ['Door-to-door sales of magazines', 'travelTrade'],
  ['Buying gold and scrap metal', 'preciousMetals scrap waste'],
  ['Tailor-made software', ''],
  ['Making candles, not as a craft', ''],
  ['Translator', 'freeProfession'],
  ['Services of any kind', 'tooGeneral'],
  ['IT consulting', ''],
  ['Online sale of clothes', ''],
  ['Rhabarbersaft und Barbera aus Italien', ''],
  ['Nicht nur Friseur, auch Kosmetikstudio', 'A38 B1-56'],
  ['Not- und Schlüsseldienst', 'locksmith'],
  ['Salon No 7 Friseur', 'A38'],
  ['Bakery free from gluten', 'A30'],
  ['Gluten free bakery', 'A30'],
  ['Haircuts free of charge', 'A38'],
  ['Services including but not limited to hairdressing', 'A38'],
  ['Pub with no food, but beer', 'alcohol'],
  ['Repair of cars, not aircraft', 'A20'],
  ['Bakery, no craft beer', 'A30'],
  ['Pharmacy', 'pharmacy'],
  ['Core drilling as well as sawing', 'B2-8'],
  ['Drilling of boreholes for wells', 'A7'],
  ['Laying of tiles and floors', 'A42 B2-3'],
  ['Installation of windows and doors', 'B2-24'],
  ['Wallpapering and house painting', 'A10'],
  ['Placing temporary workers', 'staffLeasing'],
  ['Sale of used smartphones', 'usedElectronics'],
  ['Property management', 'estateAgent'],
  ['Repair of agricultural machines', 'A21'],
  ['Immobilienmakler, hat Erlaubnis', 'estateAgent'],
  ['Hat maker', 'B1-21'],
  ['Architect', 'freeProfession'],
  ['Immobilienmakler, alles drum und dran', 'estateAgent'],
  ['Car wash and bicycle repair', 'A17'],
  ['Ice cream parlour', 'B2-42'],
  ['Repair of bicycles and tuning of pianos', 'A17 B2-52'],
  ['Making guitars and violins', 'B1-51 B1-47'],
  ['Roof terrace café, bike repair', 'A17'],
  ['Buying tickets, scrap gold', 'preciousMetals'],
  ['Removal company, house removals', 'goodsTransport'],
  ['Car and motorcycle repair', 'A17 A20'],
  ['Company for building cleaning', 'B1-33'],
  ['Cutting and colouring hair', 'A38'],
  ['Farming', 'agriculture'],
  ['Detective', 'detective'],
  ['Buying and selling used mobile phones', 'usedElectronics'],
  ['Second-hand bikes', 'usedVehicles'],
  ['Services of all kinds', 'tooGeneral'],
]

/** The piece of a word or the word of another sense: nothing is found. */
// biome-ignore format: a list
const onlyAlike = [
  'Restaurant free of alcohol', 'Workshops on sex education', 'Sale of pharmaceuticals',
  'Newspapers, tobacco and confectionery', 'Fitness studio, second floor', '3D floor plans and layout',
  'Sale and display of tiles', 'IT support, installation of Windows', 'Installation von Windows auf Rechnern',
  'Sale of wallpaper', 'Coworking, temporary workspaces', 'Lifeguard services', 'Sale of door handles to retailers',
  'Door-to-door courier', 'Apps used on smartphones and computers', 'Intellectual property management',
  'IT architect', 'IT-Security', 'Updating of websites, advertising agency', 'Team building and leadership training',
  'Chairs in good condition, installation of shelves', 'Accidental damage, labels',
  'First aid courses, court hearing support', 'Print on Demand, Online-Shop', 'Basketballtraining, Makramee',
  'Solarium, Installation von Apps', 'Software company for hairdressers', 'Onlineshop für Friseure',
  'Cleaning company for restaurants', 'Sand blasting of furniture', 'Sale of shuttlecocks',
  'Challenge of gambling addiction', 'Enterprise drawings', 'Snowboarding lessons, pet photos',
  'Alcohol counselling service', 'Scrapbooks and metal frames', 'Sale of ice cream', 'Funeral music',
  'Guitar lessons and music making', 'Rope skipping, make-up', 'Removing stains, small company',
  'Sale of photographs', 'Chocolate bars and a nail bar', 'Detective novels', 'Tattoo removal company',
  'Sale of paving stones',
]

describe('an activity in a person’s own words', () => {
  const alike = onlyAlike.map((text): [string, string] => [text, ''])
  for (const [text, expected] of [...sentences, ...alike]) {
    it(`${text} → ${expected || 'nothing'}`, () => {
      const { permits, crafts, overseen, doubtful } = matchActivities([text])
      const craftIds = crafts.map(({ annex, number }) => (annex === 'A' ? `A${number}` : `${annex}-${number}`))
      const keys = [...permits, ...overseen, ...doubtful].map(entry => entry.key)
      assert.deepEqual([...craftIds, ...keys].sort(), expected.split(' ').filter(Boolean).sort())
    })
  }

  it('is matched statement by statement', () => {
    assert.deepEqual(matchActivities(['Malerarbeiten. Nicht handwerksmäßig: Basteln']).crafts.length, 1)
    assert.deepEqual(matchActivities(['Malerarbeiten', undefined, 'Hundeschule']).permits[0]?.key, 'livestock')
  })
})

describe('the lists', () => {
  it('hold the catalogue, 53 crafts of annex A, and only known registers', () => {
    assert.deepEqual(
      permits.map(({ key }) => key),
      [...permitKeys],
    )
    assert.deepEqual(
      allCrafts.filter(({ annex }) => annex === 'A').map(({ number }) => number),
      Array.from({ length: 53 }, (_, index) => index + 1),
    )
    assert.ok(legalForms.every(({ registers }) => registers.every(kind => registerKinds.includes(kind))))
  })

  it('find every craft by its own name', () => {
    const lost = allCrafts.filter(craft => !matchActivities([craft.name]).crafts.includes(craft))
    assert.deepEqual(
      lost.map(({ name }) => name),
      [],
    )
  })
})
