import '#app/styles/terms.css'
import '#app/styles/standard.css'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { pick } from '#app/i18n/pick.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import type { StandardQuestion, StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import type { Coverage } from '#app/services/terms-of-reference/coverage.ts'
import type { Chapter, Question } from '#app/services/terms-of-reference/question-tree.ts'
import { ButtonLink } from '../button.tsx'
import { ChapterTree, NodeTitle } from '../chapter-tree.tsx'
import { CoverageStrip } from '../coverage-strip.tsx'
import { Notice, PageHead } from '../page.tsx'
import { QuestionList } from '../question-list.tsx'
import { TermsNavigation } from '../terms-navigation.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { StandardFacts } from './standard-facts.tsx'
import { useVersionName } from './version-name.tsx'

/** What the person may do with this version (app/policies). */
export type MayStandard = Record<'create' | 'change' | 'consult' | 'return' | 'force' | 'withdraw', boolean>

type Props = {
  standard: Omit<StandardSummary, 'createdAt'>
  chapters: readonly Chapter[]
  chapter: Chapter
  /** Of the whole version. */
  coverage: Coverage
  /** Of the chapter. */
  questions: readonly StandardQuestion[]
  may: MayStandard
  notices?: ReactNode
  /** The question that is open, and what stands in its place. */
  open?: { key: string; instead: (question: Question, number: string) => ReactNode }
}

/** A version: where it stands, what can be done with it, what it covers, its chapters, and the questions of one of them. */
export function StandardBoard({ standard, chapters, chapter, coverage, questions, may, notices, open }: Props) {
  const text = useText(standardTexts)
  const terms = useText(termsTexts)
  const language = useLanguage()
  const base = `/terms-of-reference/standards/${standard.id}`
  const title = pick(standard.titleNl, standard.titleEn, language)
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: '/terms-of-reference/standards', text: text.title },
        ]}
        title={useVersionName(standard)}
        lead={<span lang={title.lang}>{title.text}</span>}
        actions={!open && <MainAction standard={standard} may={may} />}
      />
      <TermsNavigation />
      {notices}
      <StandardFacts standard={standard} />
      <Actions standard={standard} chapter={chapter} may={may} />
      {text.fixed[standard.status] !== '' && <p className="soft">{text.fixed[standard.status]}</p>}
      {standard.createdBy === null && (
        <Notice>
          <p>{text.notice}</p>
        </Notice>
      )}
      <CoverageStrip
        coverage={coverage}
        to={base}
        wording={`/terms-of-reference/wording/standard/${standard.id}`}
        of="standard"
      />
      <div className="columns" data-question-open={open ? true : undefined}>
        <ChapterTree chapters={chapters} current={chapter.key} to={open ? base : ''} />
        <div>
          <h2 className="first-heading">
            <NodeTitle node={chapter} />
          </h2>
          <QuestionList
            chapter={chapter}
            questions={questions}
            inPlace={(question, number) => open?.key === question.key && open.instead(question, number)}
            actions={(question, number) => (
              <Link to={`${base}/questions/${question.key}#${question.key}`} preventScrollReset>
                {may.change ? text.question.change : text.question.open} <span className="hidden-visually">{number}</span>
              </Link>
            )}
            {...(may.change && {
              sectionActions: (section: { key: string; number: string }) => (
                <Link to={`${base}/add?section=${section.key}`} className="no-print">
                  {text.actions.add} <span className="hidden-visually">{section.number}</span>
                </Link>
              ),
            })}
          />
        </div>
      </div>
    </>
  )
}

/** The next step in the life of a version. */
function MainAction({ standard, may }: Pick<Props, 'standard' | 'may'>) {
  const text = useText(standardTexts).actions
  const base = `/terms-of-reference/standards/${standard.id}`
  const step = may.consult
    ? { to: `${base}/consult`, name: text.consult }
    : may.force
      ? { to: `${base}/force`, name: text.force }
      : may.create
        ? { to: `/terms-of-reference/standards/new?from=${standard.id}`, name: text.start }
        : null
  return (
    step && (
      <ButtonLink look="primary" to={step.to}>
        {step.name}
      </ButtonLink>
    )
  )
}

function Actions({ standard, chapter, may }: Pick<Props, 'standard' | 'chapter' | 'may'>) {
  const text = useText(standardTexts).actions
  const base = `/terms-of-reference/standards/${standard.id}`
  const compare = '/terms-of-reference/standards/compare'
  const links = [
    may.change && { to: `${base}/order?chapter=${chapter.key}`, name: text.order },
    may.change && { to: `${base}/structure`, name: text.structure },
    may.change && { to: `${base}/rename`, name: text.rename },
    standard.basedOn && {
      to: `${compare}?before=${standard.basedOn.id}&after=${standard.id}`,
      name: text.compare(standard.basedOn.version),
    },
    !standard.basedOn && { to: `${compare}?after=${standard.id}`, name: text.compareAny },
    { to: `${base}/history`, name: text.history },
    may.create && (may.consult || may.force) && { to: `/terms-of-reference/standards/new?from=${standard.id}`, name: text.start },
    may.return && { to: `${base}/return`, name: text.return },
    may.withdraw && { to: `${base}/withdraw`, name: standard.status === 'draft' ? text.giveUp : text.withdraw },
  ]
  return (
    <nav className="standard-actions no-print" aria-label={text.label}>
      <ul className="plain-list">
        {links.map(
          (link) =>
            link && (
              <li key={link.to}>
                <Link to={link.to}>{link.name}</Link>
              </li>
            ),
        )}
        <li>
          <a href={`${base}/download`} download>
            {text.export}
          </a>
        </li>
      </ul>
    </nav>
  )
}
