import '#app/styles/comments.css'
import '#app/styles/home.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { MentionBlock } from '#app/components/comments/mention-block.tsx'
import { ConsultationWork } from '#app/components/consultation/consultation-work.tsx'
import { useDaysLeft } from '#app/components/days-left.ts'
import { Notice, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { HandOverBlock } from '#app/components/hand-over/hand-over-block.tsx'
import { RequestBlock } from '#app/components/evaluation/request-block.tsx'
import { RoundBlocks } from '#app/components/rounds/round-blocks.tsx'
import { sectionTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { SearchBox, WorkBlock } from '#app/components/work-block.tsx'
import { countryTexts } from '#app/i18n/country.ts'
import { formatDay, formatMoment, formatPeriod } from '#app/i18n/format.ts'
import { homeTexts } from '#app/i18n/home.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { daysBetween, today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { readWork } from '#app/services/home/read-work.server.ts'

export const meta = pageTitle((language) => homeTexts[language].title)

export const loader = guardedLoader('home.view', async ({ useCase, actor }) => ({
  work: await readWork(useCase),
  today: today(useCase.clock),
  may: { createTerms: allows(actor, 'terms.create') },
}))

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>['work']
type TermsRow = NonNullable<Loaded['preparing']>['rows'][number]
type SectionRow = NonNullable<Loaded['mine']>['rows'][number]

export default function Home() {
  const { work, today: day, may } = useLoaderData<typeof loader>()
  const text = useText(homeTexts)
  const country = useText(countryTexts).list
  const language = useLanguage()
  const days = useDaysLeft()
  const foreign = language === 'nl' ? undefined : 'nl'

  const termsRow = (terms: TermsRow) => (
    <>
      <div className="work-line">
        <Link to={`/terms-of-reference/${terms.id}`}>{pick(terms.countryNl, terms.countryEn, language).text}</Link>
        <span>
          {text.due} {formatDay(terms.dueOn, language)}
        </span>
      </div>
      <div className="work-facts">
        {formatPeriod(terms.periodFrom, terms.periodTo, language)} · {days(daysBetween(day, terms.dueOn))} ·{' '}
        {text.preparing.differences(terms.dropped, terms.added)}
        {terms.unanswered > 0 && <> · {country.unanswered(terms.unanswered)}</>}
      </div>
    </>
  )
  const sectionRow = (section: SectionRow) => (
    <>
      <div className="work-line">
        <Link to={`/sections/${section.id}`} lang={foreign}>
          {section.number} {section.title}
        </Link>
        <Status tone={sectionTone[section.status]}>{words[language].sectionStatus[section.status]}</Status>
      </div>
      <div className="work-facts">
        <span lang={foreign}>{section.reportTitle}</span> ·{' '}
        {section.status === 'in-review' && section.submittedAt
          ? text.waitingSince(formatMoment(section.submittedAt, language))
          : `${text.due} ${formatDay(section.dueOn, language)}`}{' '}
        · {section.asOfDate ? text.asOf(formatDay(section.asOfDate, language)) : text.noAsOf}
        {section.comments > 0 && <> · {text.comments(section.comments)}</>}
      </div>
    </>
  )

  return (
    <>
      <PageHead
        title={text.title}
        actions={
          may.createTerms && (
            <ButtonLink look="primary" to="/terms-of-reference/new">
              {text.preparing.next}
            </ButtonLink>
          )
        }
      />
      {work.readsOnly && (
        <Notice>
          <p>{text.expert}</p>
        </Notice>
      )}
      {work.search && <SearchBox />}
      <div className="work">
        {work.toAccept && (
          <WorkBlock
            title={text.toAccept.title}
            list={work.toAccept}
            empty={text.toAccept.empty}
            keyOf={(it) => it.id}
            all={{ to: '/terms-of-reference', text: text.more }}
          >
            {termsRow}
          </WorkBlock>
        )}
        <RoundBlocks asked={work.askedRounds} running={work.runningRounds} />
        <HandOverBlock given={work.handOvers.rows} />
        <MentionBlock mentions={work.mentions.rows} />
        <RequestBlock requests={work.requests} />
        {work.preparing && (
          <WorkBlock
            title={text.preparing.title}
            list={work.preparing}
            empty={text.preparing.empty}
            keyOf={(it) => it.id}
            all={{ to: '/terms-of-reference', text: text.more }}
          >
            {termsRow}
          </WorkBlock>
        )}
        {work.handedOver && (
          <WorkBlock
            title={text.handedOver.title}
            list={work.handedOver}
            empty={text.handedOver.empty}
            keyOf={(it) => it.id}
            all={{ to: '/terms-of-reference', text: text.more }}
          >
            {termsRow}
          </WorkBlock>
        )}
        {work.inReview && (
          <WorkBlock
            title={text.inReview.title}
            list={work.inReview}
            empty={text.inReview.empty}
            keyOf={(it) => it.id}
            all={{ to: '/review', text: text.more }}
          >
            {sectionRow}
          </WorkBlock>
        )}
        {work.mine && (
          <WorkBlock
            title={text.mine.title}
            list={work.mine}
            empty={text.mine.empty}
            keyOf={(it) => it.id}
            all={{ to: '/reports', text: text.more }}
          >
            {sectionRow}
          </WorkBlock>
        )}
        {work.toRelease && (
          <WorkBlock
            title={text.toRelease.title}
            list={work.toRelease}
            empty={text.toRelease.empty}
            keyOf={(it) => it.reportId}
            all={{ to: '/reports', text: text.more }}
          >
            {(report) => (
              <>
                <div className="work-line">
                  <Link to={`/reports/${report.reportId}/release`} lang={foreign}>
                    {report.reportTitle}
                  </Link>
                  <span>{text.toRelease.sections(report.sections)}</span>
                </div>
                <div className="work-facts">{text.toRelease.since(formatMoment(report.lastApproved, language))}</div>
              </>
            )}
          </WorkBlock>
        )}
        <ConsultationWork work={work.consultation} today={day} />
        {work.unassigned && (
          <WorkBlock
            title={text.unassigned.title}
            list={work.unassigned}
            empty={text.unassigned.empty}
            keyOf={(it) => it.reportId}
            all={{ to: '/reports', text: text.more }}
          >
            {(report) => (
              <>
                <div className="work-line">
                  <Link to={`/reports/${report.reportId}#sections`} lang={foreign}>
                    {report.reportTitle}
                  </Link>
                  <span>{text.unassigned.sections(report.sections)}</span>
                </div>
                <div className="work-facts">
                  {text.due} {formatDay(report.dueOn, language)} · {days(daysBetween(day, report.dueOn))}
                </div>
              </>
            )}
          </WorkBlock>
        )}
        {work.accounts && (
          <section aria-labelledby="accounts" className="work-block">
            <h2 id="accounts">{text.accounts.title}</h2>
            <table className="utrecht-table utrecht-table--html-table work-table">
              <caption className="hidden-visually">{text.accounts.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.accounts.role}</th>
                  <th scope="col" className="number">
                    {text.accounts.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {work.accounts.map(({ role, accounts }) => (
                  <tr key={role}>
                    <th scope="row">{words[language].role[role]}</th>
                    <td className="number">{accounts}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="soft small">{text.accounts.hint}</p>
          </section>
        )}
        <WorkBlock
          title={text.releases.title}
          list={work.releases}
          empty={text.releases.empty}
          keyOf={(it) => it.number}
          all={{ to: '/releases', text: text.releases.all }}
        >
          {(release) => (
            <>
              <div className="work-line">
                <Link to={`/releases/${release.number}`} lang={foreign}>
                  {release.title}
                </Link>
                <span>{release.number}</span>
              </div>
              <div className="work-facts">
                {formatMoment(release.releasedAt, language)} · {text.releases.sections(release.sections)}
              </div>
            </>
          )}
        </WorkBlock>
      </div>
    </>
  )
}
