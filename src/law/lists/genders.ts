// Sex as the civil register keeps it (code list urn:xpersonenstand:schluesseltabelle:geschlecht).

/** männlich, weiblich, divers, no entry */
export const genderKeys = ['m', 'w', 'd', 'x'] as const
