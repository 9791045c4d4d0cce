import { useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { fetchedLater } from './fetched-later.tsx'

// What opens over or below the text and can do nothing without the server; the rest of the desk is there from the beginning.

export const CitationPicker = fetchedLater(
  async () => (await import('./citation-picker.tsx')).CitationPicker,
  ({ before }) => {
    const text = useText(sectionTexts).later
    return before ? text.citationChange : text.citation
  },
)
export const IncidentPicker = fetchedLater(
  async () => (await import('./incident-picker.tsx')).IncidentPicker,
  () => useText(sectionTexts).later.incident,
)
export const CommentWordsDialog = fetchedLater(
  async () => (await import('#app/components/comments/comment-words-dialog.tsx')).CommentWordsDialog,
  () => useText(commentTexts).onWords,
)
export const WhoWrote = fetchedLater(
  async () => (await import('#app/components/history/who-wrote.tsx')).WhoWrote,
  () => useText(recentHistoryTexts).here.title,
)
