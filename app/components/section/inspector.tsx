import { Link } from '@remix-run/react'
import { useMemo, useState, type ComponentProps } from 'react'
import { Comments, type CommentsProps } from '#app/components/section/tabs/comments.tsx'
import { countFindings, Findings } from '#app/components/section/tabs/findings.tsx'
import { countToMatch, ToMatch } from '#app/components/section/tabs/to-match.tsx'
import { Suggestions } from '#app/components/section/tabs/suggestions.tsx'
import { ToldOf } from '#app/components/section/told-of.tsx'
import { HistoryTab, type RecentHistory } from '#app/components/section/tabs/history.tsx'
import { Tabs, type TabStart } from '#app/components/section/tabs.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { pasteTexts } from '#app/i18n/paste.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import { pick } from '#app/i18n/pick.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { suggestionTexts } from '#app/i18n/suggestions.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { aspectsTold } from '#editor/checks/aspects-told.ts'
import type { findingsOf } from '#editor/checks/checks.ts'
import type { NoteToMatch } from '#editor/paste/notes-in-text.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import type { QuestionKind, Theme } from '#schemas/vocabulary.ts'
import type { Matcher } from './use-matching.tsx'

type Question = {
  key: string
  kind: QuestionKind
  state: string
  wordingNl: string
  wordingEn: string
  rationale: string
  themes: readonly Theme[]
  askedBy: readonly { code: string; nl: string; en: string }[]
}
type Props = {
  sectionId: string
  questions: readonly Question[]
  /** Where the text speaks of law, policy, practice and protection. */
  told: ReturnType<typeof aspectsTold>
  /** With how often each is cited. */
  sources: readonly { item: SourceItem; times: number }[]
  /** What the checks found in the text as it stands. */
  findings: ReturnType<typeof findingsOf>
  /** Nobody wrote anything yet. */
  empty: boolean
  /** The language of the text where it is another than the page's. */
  lang: string | undefined
  /** To a block of the text. */
  onGo: (blockId: string) => void
  /** Notes whose source is still looked for; shown when there are any. */
  notes: readonly NoteToMatch[]
  /** What can be done with them; null where the text is only read. */
  matcher: Matcher | null
  suggestions: Omit<ComponentProps<typeof Suggestions>, 'lang' | 'onGo'>
  comments: Omit<CommentsProps, 'sectionId' | 'questions' | 'onGo'>
  /** The tab the address asks for. */
  start: TabStart | undefined
  /** A thread to be shown now. */
  thread: { id: string; focus: boolean } | null
  history: RecentHistory
  /** Whether they may say how a question could be answered. */
  mayRemark: boolean
}

/** Beside the text: what was asked, what it rests on, what others said of it. */
export function Inspector(props: Props) {
  const { sectionId, questions, told, sources, findings, suggestions, empty, lang, onGo, notes, matcher, comments } = props
  const { start, thread, mayRemark } = props
  const asked = useMemo(() => thread && { tab: 'comments', element: `comment-${thread.id}`, focus: thread.focus }, [thread])
  const text = useText(sectionTexts)
  const help = useText(helpTexts)
  const paste = useText(pasteTexts)
  const suggestion = useText(suggestionTexts)
  const historyText = useText(recentHistoryTexts)
  // Once there it stays: who deals with the last note is still in it.
  const [hadNotes, setHadNotes] = useState(notes.length > 0)
  if (notes.length > 0 && !hadNotes) setHadNotes(true)
  const open = comments.threads.filter((thread) => thread.resolvedAt === null).length
  return (
    <Tabs
      label={text.inspector}
      start={start}
      asked={asked}
      tabs={[
        {
          id: 'questions',
          title: text.questions,
          body: <Questions sectionId={sectionId} questions={questions} told={told} onGo={onGo} mayRemark={mayRemark} />,
        },
        {
          id: 'findings',
          title: `${help.findings} ${countFindings(findings) || ''}`.trim(),
          body: <Findings results={findings} empty={empty} lang={lang} onGo={onGo} />,
        },
        {
          id: 'suggestions',
          title: `${suggestion.title} ${suggestions.suggestions.length || ''}`.trim(),
          body: <Suggestions {...suggestions} lang={lang} onGo={onGo} />,
        },
        {
          id: 'sources',
          title: `${text.sources} ${sources.length || ''}`.trim(),
          body: <Sources sources={sources} />,
        },
        ...(hadNotes
          ? [
              {
                id: 'to-match',
                title: `${paste.tab} ${countToMatch(notes) || ''}`.trim(),
                body: <ToMatch notes={notes} matcher={matcher} onGo={onGo} />,
              },
            ]
          : []),
        {
          id: 'comments',
          title: `${text.comments} ${open || ''}`.trim(),
          body: <Comments {...comments} sectionId={sectionId} questions={questions} onGo={onGo} />,
        },
        { id: 'history', title: historyText.title, body: <HistoryTab {...props.history} /> },
      ]}
    />
  )
}

type QuestionsProps = Pick<Props, 'sectionId' | 'questions' | 'told' | 'onGo' | 'mayRemark'>

function Questions({ sectionId, questions, told, onGo, mayRemark }: QuestionsProps) {
  const text = useText(sectionTexts)
  const help = useText(helpTexts)
  const language = useLanguage()
  if (questions.length === 0) return <p className="soft">{text.noQuestions}</p>
  return (
    <>
      <ul className="plain-list rows">
        {questions.map((question) => {
          const wording = pick(question.wordingNl, question.wordingEn, language)
          return (
            <li key={question.key}>
              <p lang={wording.lang}>{wording.text}</p>
              <p className="soft small">
                {words[language].questionKind[question.kind]}
                {question.state === 'added' && ` · ${text.added}`}
                {question.askedBy.length > 0 && ` · ${text.askedBy} `}
                {question.askedBy.map((body, index) => (
                  <span key={body.code}>
                    {index > 0 && ', '}
                    <abbr title={body[language]}>{body.code}</abbr>
                  </span>
                ))}
              </p>
              {question.themes.length > 0 && (
                <ul className="tags">
                  {question.themes.map((theme) => (
                    <li key={theme} className="tag">
                      {words[language].theme[theme]}
                    </li>
                  ))}
                </ul>
              )}
              <ToldOf question={question} told={told} onGo={onGo} />
              {question.rationale && (
                <details>
                  <summary>{text.purpose}</summary>
                  <p lang={language === 'nl' ? undefined : 'nl'}>{question.rationale}</p>
                </details>
              )}
            </li>
          )
        })}
      </ul>
      <p className="soft small">{help.toldHint}</p>
      {mayRemark && (
        <p className="no-print">
          <Link to={`/sections/${sectionId}/remarks`}>{text.remark}</Link>
        </p>
      )}
    </>
  )
}

function Sources({ sources }: Pick<Props, 'sources'>) {
  const text = useText(sectionTexts)
  const language = useLanguage()
  if (sources.length === 0) return <p className="soft">{text.noSources}</p>
  return (
    <>
      <ul className="plain-list rows">
        {sources.map(({ item, times }) => (
          <li key={item.id}>
            <p>
              <Link to={`/sources/items/${item.id}`}>{item.title}</Link>
              {item.url && (
                <>
                  {' '}
                  <a href={item.url} rel="noreferrer" aria-label={`${item.title} ${text.opensElsewhere}`}>
                    ↗
                  </a>
                </>
              )}
            </p>
            <p className="soft small">
              {[item.publisher, item.published && formatDay(item.published, language), text.cited(times)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
