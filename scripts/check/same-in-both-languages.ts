/** Sentences that rightly are the same in Swedish and in English: names, codes and words the languages share. */
export const sameInBothLanguages: readonly string[] = []
