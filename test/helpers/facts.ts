// What rules know in a test: a day, and the demo town with its post codes and streets.
import type { Facts } from '../../src/forms/service.ts'
import { factsOf, readTown } from '../../src/town.ts'

export function factsOn(filedOn: Facts['filedOn']): Facts {
  return { filedOn, town: factsOf(readTown(undefined)) }
}
