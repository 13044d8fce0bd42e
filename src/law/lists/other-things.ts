// What only sounds like a trade of the other lists: patterns for English and German words that are left out of what was said.

export const otherThings = [
  'tailor[- ]made|intellectual property|harry potter|ford escort|gegen bar|bar codes?|pub quiz(?:zes)?|mason jars?',
  '(?:it|software|systems?|cloud|data|enterprise|solutions?|information|network)[ -]architects?',
  '(?:it|cyber|network|information|data|cloud|web|software|social|food)[ -]security',
  '(?:bike|car|computer|handy|pc|phone|plant)[ -]doctor|(?:paint|wire|wallpaper) strippers?',
  '(?:face|landscape|oil|portrait) painters?|(?:hair|snow|stain|tattoo) removals?|shuttlecocks?|type foundry',
  'shopping arcades?|arcade (?:games?|machines?)|(?:brow|cereal|chocolate|lash|nail|protein) bars?|paving stones?',
  'laundry (?:baskets?|detergents?)|manicure sets?|welding (?:courses?|machines?)|farming simulators?',
  'detective (?:games?|novels?|stories)|business matchmaking',
  'used (?:as|at|by|for|in|on|to|with)',
]
