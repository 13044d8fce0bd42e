// Family status (DSMeld 1401, urn:de:dsmeld:schluesseltabelle:familienstand_2); living apart is not one.

/** needsSpouse: spouse or partner and the day of marriage. needsEndDate: the day the marriage or partnership ended. */
export const familyStatuses = [
  { key: 'LD', needsSpouse: false, needsEndDate: false, staffOnly: false },
  { key: 'VH', needsSpouse: true, needsEndDate: false, staffOnly: false },
  { key: 'VW', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'GS', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'EA', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'LP', needsSpouse: true, needsEndDate: false, staffOnly: false },
  { key: 'LV', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'LA', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'LE', needsSpouse: false, needsEndDate: true, staffOnly: false },
  { key: 'NB', needsSpouse: false, needsEndDate: false, staffOnly: true },
] as const

/** What a person may answer; NB, not known, is for staff. */
export const familyStatusKeys = ['LD', 'VH', 'VW', 'GS', 'EA', 'LP', 'LV', 'LA', 'LE'] as const

export function needsSpouse(key: string | undefined): boolean {
  return familyStatuses.some(status => status.key === key && status.needsSpouse)
}

export function needsEndDate(key: string | undefined): boolean {
  return familyStatuses.some(status => status.key === key && status.needsEndDate)
}
