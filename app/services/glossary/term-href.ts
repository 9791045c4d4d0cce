/** Where a term of the glossary is explained. */
export const termHref = (key: string): string => `/glossary#${key}`
