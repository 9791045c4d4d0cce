import '#app/styles/consultation.css'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { AskingBlock } from '#app/components/consultation/asking-block.tsx'
import { ConsultationAnswerBlock } from '#app/components/consultation/answer-block.tsx'
import { CoordinatorProposals } from '#app/components/consultation/coordinator-proposals.tsx'
import { InputList } from '#app/components/consultation/input-list.tsx'
import { PointTable } from '#app/components/consultation/point-table.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultationPage } from '#app/services/consultations/read-consultation-page.server.ts'

export const meta = pageTitle<{ standard: { version: string } }>(
  (language, data) => data && consultationTexts[language].one(data.standard.version),
)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params, request }) => {
  const page = await readConsultationPage(useCase, params.standardId)
  return {
    ...page,
    moved: new URL(request.url).searchParams.has('moved'),
    may: {
      open: allows(actor, 'consultation.open', page),
      answer: allows(actor, 'consultation.answer', page),
      invite: allows(actor, 'consultation.invite', page),
      report: allows(actor, 'consultation.report', page),
      distil: allows(actor, 'consultation.distil'),
      standard: allows(actor, 'standard.view'),
    },
  }
})

export default function ConsultationPage() {
  const { standard, consultation, phase, inputs, points, invitations, coordinators, today, moved, may } =
    useLoaderData<typeof loader>()
  const texts = useText(consultationTexts)
  const terms = useText(termsTexts)
  const base = `/terms-of-reference/consultations/${standard.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: '/terms-of-reference/consultations', text: texts.title },
        ]}
        title={texts.one(standard.version)}
        actions={
          may.standard && <ButtonLink to={`/terms-of-reference/standards/${standard.id}`}>{texts.openStandard}</ButtonLink>
        }
      />
      <TermsNavigation />
      {moved && (
        <Notice tone="warning">
          <p>{texts.moved}</p>
        </Notice>
      )}
      <div className="consultation-top">
        <ConsultationAnswerBlock consultation={consultation} base={base} may={may.answer} fixed={phase === 'fixed'} />
        <AskingBlock {...{ consultation, phase, invitations, base, may }} />
        <CoordinatorProposals proposals={coordinators} />
      </div>
      <InputList inputs={inputs} base={base} may={may} />
      <PointTable points={points} base={base} today={today} />
    </>
  )
}
