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
]

describe('an activity in a person’s own words', () => {
  for (const [text, expected] of sentences) {
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
