import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { aspectsTold } from '#editor/checks/aspects-told.ts'
import { findingsOf } from '#editor/checks/checks.ts'
import { commentedBlocks } from '#editor/comments/commented.ts'
import { countWords } from '#editor/document/count-words.ts'
import { headingsOf } from '#editor/document/headings.ts'
import { blockIdsOf, citationsOf } from '#editor/document/read.ts'
import { guidanceFor } from '#editor/guidance/guidance.ts'
import { notesToMatch } from '#editor/paste/notes-in-text.ts'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { threadPage } from '#app/components/comments/thread-page.ts'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Empty, Facts, Notice, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { DocumentView } from '#app/components/section/document-view.tsx'
import { TermInPlace } from '#app/components/glossary/term-in-place.tsx'
import { ArrangeLinks } from '#app/components/section/arrange-links.tsx'
import { goToAddressed, goToBlock, goToCommented } from '#app/components/section/go-to-block.ts'
import { StandingBlock } from '#app/components/hand-over/standing.tsx'
import { LockSentence } from '#app/components/section/lock-sentence.tsx'
import { Inspector } from '#app/components/section/inspector.tsx'
import { countFindings } from '#app/components/section/tabs/findings.tsx'
import { Outline } from '#app/components/section/outline.tsx'
import { Registry } from '#app/components/section/registry.ts'
import type { Matcher } from '#app/components/section/use-matching.tsx'
import { namedFor } from '#app/components/section/suggestion-words.ts'
import { useTabStart } from '#app/components/section/use-tab-start.ts'
import { useSuggestions } from '#app/components/section/use-suggestions.ts'
import { useHydrated } from '#app/components/section/use-hydrated.ts'
import { sectionTone } from '#app/components/tones.ts'
import { useSame } from '#app/components/use-same.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import { formatDay, formatMoment, formatNumber } from '#app/i18n/format.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import { recentHistoryTexts } from '#app/i18n/recent-history.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { threadsOn } from '#app/services/comments/threads-on.ts'
import { receiveThread } from '#app/services/comments/receive-thread.server.ts'
import { readStanding } from '#app/services/hand-over/read-standing.server.ts'
import { hubOf } from '#app/services/sections/section-hub.server.ts'
import { noteReading } from '#app/services/history/note-reading.server.ts'
import { readMoments } from '#app/services/history/read-moments.server.ts'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { writingRight } from '#app/services/sections/may-write.server.ts'
import { openSuggestions, readSuggestionMakers, type OpenSuggestion } from '#app/services/sections/read-suggestions.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { sectionStatuses } from '#schemas/vocabulary.ts'
import '../styles/arrange.css'
import '../styles/section.css'
import '../styles/paste.css'

// The editor is by far the largest part of the program: only who may write fetches it.
const fetchDesk = () => import('#app/components/section/desk.tsx')
const Desk = lazy(fetchDesk)

export const meta = pageTitle<{ section: { number: string; title: string } }>(
  (_language, data) => data && `${data.section.number} ${data.section.title}`,
)

export const loader = guardedLoader('section.view', async ({ useCase, params, actor, installation }) => {
  const reading = await readSection(useCase, params.sectionId)
  await noteReading(useCase, reading.section.id, reading.section.version)
  const dates = { savedAt: reading.section.savedAt.toISOString() }
  return {
    ...reading,
    section: { ...reading.section, ...dates },
    copies: reading.copies.map((it) => ({ ...it, keptAt: it.keptAt.toISOString() })),
    history: await readMoments(useCase, params.sectionId, 1, 5),
    userId: actor.id,
    suggestions: openSuggestions(reading.section.document),
    makers: await readSuggestionMakers(useCase, reading.section.id),
    standing: await readStanding(useCase, reading.section.id),
    openNow: hubOf(installation.sql)
      .peopleIn(reading.section.reportId)
      .flatMap(({ sectionId, name }) => (sectionId === reading.section.id ? [name] : [])),
    right: writingRight(actor, reading.section),
    openIn: sectionStatuses.filter((status) => writingRight(actor, { ...reading.section, status }) !== null),
    today: today(useCase.clock),
    may: {
      write: allows(actor, 'section.write', reading.section),
      handOver: allows(actor, 'section.hand-over', reading.section),
      note: allows(actor, 'section.note'),
      submit: allows(actor, 'section.submit', reading.section),
      comment: allows(actor, 'section.comment'),
      remark: allows(actor, 'remark.give-as-author'),
      arrange: allows(actor, 'section.arrange'),
      addSource: allows(actor, 'source.create'),
    },
  }
})

/** Starts a thread about the section as a whole or one of its questions; one that will not do comes back as it was filled in. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const received = await receiveThread(useCase, params.sectionId, await request.formData())
  if ('refused' in received) return data(received.refused, 422)
  return redirect(threadPage(String(params.sectionId), 'section', { done: 'commented' }))
})

export const shouldRevalidate = alsoAfterRefusal

type Pane = 'outline' | 'text' | 'inspector'

export default function SectionPage() {
  const { section } = useLoaderData<typeof loader>()
  // Another section is another page: nothing of the one before may stay.
  return <Section key={section.id} />
}

function Section() {
  const {
    section,
    outline,
    questions,
    threads,
    colleagues,
    history,
    items,
    incidents,
    copies,
    userId,
    suggestions,
    makers,
    standing,
    openNow,
    right,
    openIn,
    may,
    today: day,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const suggesting = useSuggestions(section.id, suggestions as OpenSuggestion[], makers)
  const text = useText(sectionTexts)
  const help = useText(helpTexts)
  const handOver = useText(handOverTexts)
  const arrangeText = useText(arrangeTexts)
  const historyText = useText(recentHistoryTexts)
  const language = useLanguage()
  const hydrated = useHydrated()
  // Fetched while the page is still taken over, not only after that.
  useState(() => right && typeof document !== 'undefined' && void fetchDesk().catch(() => {}))
  const [chosenPane, setPane] = useState<Pane | null>(null)
  const [settled, setSettled] = useState(true)
  const [registry] = useState(() => new Registry(language, items, incidents))
  const known = useSyncExternalStore(registry.subscribe, registry.snapshot, registry.snapshot)
  const [cited, setCited] = useState(() => citationsOf(section.document))
  const [written, setWritten] = useState<SectionDocument>(section.document)
  const context = useMemo(
    () => ({
      language: section.language,
      isConfidential: (id: string) => registry.item(id)?.confidential === true,
      hasContext: registry.hasContext,
    }),
    // What the register is known to hold decides the answers.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [registry, known, section.language],
  )
  const findings = useMemo(() => findingsOf(written, context), [written, context])
  const matcher = useRef<Matcher>(null)
  const textPane = useRef<HTMLDivElement>(null)
  const matching = {
    cite: (...given: Parameters<Matcher['cite']>) => matcher.current?.cite(...given),
    remove: (note: string) => matcher.current?.remove(note),
    find: (note: string) => {
      // On a narrow screen a dialog of the text can only be seen where the text can.
      flushSync(() => setPane('text'))
      matcher.current?.find(note)
    },
  }
  const guidance = useMemo(() => guidanceFor(questions, section.language), [questions, section.language])
  const notes = useMemo(() => notesToMatch(written), [written])
  const goToWritten = useRef<(blockId: string) => boolean>()
  const goTo = useCallback((blockId: string) => {
    flushSync(() => setPane('text'))
    if (!goToWritten.current?.(blockId)) goToBlock(blockId)
  }, [])
  const [thread, setThread] = useState<{ id: string; focus: boolean } | null>(null)
  const goToWords = useRef<(threadId: string) => boolean>(null)
  const openThread = (id: string, { focus }: { focus: boolean }) => {
    if (focus) flushSync(() => setPane('inspector'))
    setThread({ id, focus })
  }
  const commented = useMemo(() => commentedBlocks(written), [written])
  const { revalidate } = useRevalidator()
  // What colleagues start a thread on shows that there is one to be read.
  const unknown = [...commented.keys()].find((id) => !threads.some((it) => it.id === id))
  useEffect(() => {
    if (unknown) revalidate()
  }, [unknown, revalidate])
  const headings = useSame(useMemo(() => headingsOf(written), [written]))
  const found = useSame(countFindings(findings))
  const blockIds = useMemo(() => blockIdsOf(written), [written])
  const start = useTabStart(() => setPane('inspector'))
  const pane = chosenPane ?? (hydrated && start ? 'inspector' : 'text')
  const foreign = section.language === language ? undefined : section.language
  const reader = (
    <div className="text" lang={foreign}>
      <DocumentView
        node={section.document}
        lookup={registry}
        language={section.language}
        anchors
        nameOf={namedFor(makers, userId, language)}
        comments={{ threadOn: threadsOn(threads, section.language), onOpen: (id) => openThread(id, { focus: true }) }}
      />
    </div>
  )
  const sources = [...new Set(cited.map((it) => it.sourceItemId))].flatMap((id) => {
    const item = registry.item(id)
    return item ? [{ item, times: cited.filter((it) => it.sourceItemId === id).length }] : []
  })
  return (
    <div className="section-page" data-pane={pane}>
      <PageHead
        crumbs={[{ to: `/reports/${section.reportId}`, text: <span lang={foreign}>{section.report}</span> }]}
        title={
          <span lang={foreign}>
            {section.number} {section.title}
          </span>
        }
        lead={section.notice && <span lang={foreign}>{section.notice}</span>}
        actions={
          may.submit && (
            <Form method="post" action={`/sections/${section.id}/submit`}>
              <Button look="primary" disabled={!settled}>
                {text.submit}
              </Button>
            </Form>
          )
        }
      />
      <Outcome refused={answer?.error} />
      <Facts
        facts={[
          [
            text.status,
            <Status key="status" tone={sectionTone[section.status]}>
              {words[language].sectionStatus[section.status]}
            </Status>,
          ],
          [text.asOf, section.asOfDate ? formatDay(section.asOfDate, language) : text.asOfNone],
          [text.author, section.author ?? text.nobody],
          [handOver.writers, standing.writers.map(({ name }) => name).join(', ') || handOver.nobodyWrote],
          // Who writes here sees it change, under the text.
          !right && openNow.length > 0 && [handOver.openNow, [...new Set(openNow)].join(', ')],
          [help.words, formatNumber(countWords(written), language)],
          [
            text.lastSaved,
            <span key="saved">
              {section.savedBy ? text.lastSavedBy(formatMoment(section.savedAt, language), section.savedBy) : text.never}{' '}
              <Link to={`/sections/${section.id}/history`}>{historyText.title}</Link>
            </span>,
          ],
        ]}
      />
      <StandingBlock sectionId={section.id} userId={userId} standing={standing} may={may} />
      {hydrated && (
        <div className="pane-keys" role="group" aria-label={text.panes}>
          {(['outline', 'text', 'inspector'] as const).map((name) => (
            <button key={name} type="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
              {name === 'text' ? text.textPane : text[name]}
            </button>
          ))}
        </div>
      )}
      <div className="panes">
        <div className="pane" data-name="outline">
          <Outline lines={outline} lang={foreign} current={section.id} headings={headings} found={found} onGo={goTo} />
        </div>
        <div className="pane" data-name="text" ref={textPane}>
          <TermInPlace within={textPane} />
          <h2 className="hidden-visually">{text.textPane}</h2>
          {standing.lock && (
            <p className="soft">
              <LockSentence lock={standing.lock} />
            </p>
          )}
          {right ? (
            <>
              {!hydrated && <Notice>{text.needsScript}</Notice>}
              {hydrated ? (
                <Suspense
                  fallback={
                    <>
                      <p className="soft">{text.loadingEditor}</p>
                      {reader}
                    </>
                  }
                >
                  <Desk
                    key={section.id}
                    section={section}
                    guidance={guidance}
                    userId={userId}
                    copies={copies}
                    registry={registry}
                    mayAddSource={may.addSource}
                    right={right}
                    openIn={openIn}
                    makers={suggesting.makers}
                    onSuggestions={suggesting.changed}
                    onCitations={(citations, document) => {
                      setCited(citations)
                      setWritten(document)
                    }}
                    comments={{
                      threads,
                      colleagues,
                      mayComment: may.comment,
                      goTo: goToWords,
                      onOpen: openThread,
                      onStarted: revalidate,
                    }}
                    matcher={matcher}
                    onSettled={(now) => {
                      setSettled(now)
                      if (now) suggesting.settled()
                    }}
                    onReady={(goToText) => {
                      goToWritten.current = goToText
                      goToAddressed(goTo)
                    }}
                  />
                </Suspense>
              ) : (
                reader
              )}
            </>
          ) : (
            <>
              {!standing.lock && <p className="soft">{text.readOnly}</p>}
              {section.version === 0 ? <Empty>{text.emptyText}</Empty> : reader}
              {copies.map((copy) => (
                <details key={copy.id} className="rival">
                  <summary>{text.rival.kept(formatMoment(copy.keptAt, language))}</summary>
                  <div className="text" lang={foreign}>
                    <DocumentView node={copy.document} lookup={registry} language={section.language} />
                  </div>
                  <Form method="post" action={`/sections/${section.id}/copies/${copy.id}`}>
                    <Button look="subtle">{text.rival.discard}</Button>
                  </Form>
                </details>
              ))}
            </>
          )}
        </div>
        <div className="pane" data-name="inspector">
          {may.write && (
            <Form method="post" action={`/sections/${section.id}/as-of`} className="as-of-form">
              <TextField
                type="date"
                label={text.asOf}
                name="asOfDate"
                max={day}
                defaultValue={section.asOfDate ?? day}
                required
              />
              <Button>{text.setAsOf}</Button>
            </Form>
          )}
          <Inspector
            sectionId={section.id}
            questions={questions}
            told={aspectsTold(written, section.language)}
            sources={sources}
            findings={findings}
            empty={written.content.every((block) => !block.content && block.type !== 'incident')}
            lang={foreign}
            onGo={goTo}
            notes={notes}
            matcher={may.write ? matching : null}
            suggestions={{
              suggestions: suggesting.suggestions,
              makers: suggesting.makers,
              userId,
              actions: suggesting.actions,
              mayDecide: may.write,
            }}
            comments={{
              userId,
              threads,
              colleagues,
              mayComment: may.comment,
              blockIds,
              commented,
              language: section.language,
              answer,
              onWords: (id, blockId) => {
                flushSync(() => setPane('text'))
                if (!goToWords.current?.(id) && !goToCommented(id) && blockId) goToBlock(blockId)
              },
            }}
            start={start}
            thread={thread}
            history={history}
            mayRemark={may.remark}
          />
          {may.arrange && (
            <section className="inspector-part">
              <h2>{arrangeText.heading}</h2>
              <ArrangeLinks
                section={{
                  ...section,
                  hasText: true,
                  named: section.status !== 'approved',
                  splittable: section.depth === 2 && questions.length > 0,
                }}
              />
            </section>
          )}
        </div>
      </div>
    </div>
  )
}

/** What came of the form that led here. */
function Outcome({ refused }: { refused: string | undefined }) {
  const [search] = useSearchParams()
  const text = useText(sectionTexts)
  const comments = useText(commentTexts)
  const handOver = useText(handOverTexts)
  const done = sentenceFor({ ...comments.done, ...handOver.done, ...text.done }, search.get('done'))
  const problem = sentenceFor({ ...comments.problem, ...text.problem }, search.get('problem'))
  if (refused)
    return (
      <Notice tone="error" title={comments.notAdded}>
        <a href="#comment-body">{sentenceFor(comments.errors, refused) ?? comments.errors.other}</a>
      </Notice>
    )
  if (search.get('moved')) return <Notice tone="warning">{text.moved}</Notice>
  if (problem)
    return (
      <Notice tone="error" title={text.problemTitle}>
        {problem}
      </Notice>
    )
  return done ? <Notice tone="ok">{done}</Notice> : null
}
