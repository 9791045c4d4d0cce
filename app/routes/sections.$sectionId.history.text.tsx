import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { AttributedBlock } from '#app/components/history/attributed-block.tsx'
import { HistoryHead } from '#app/components/history/history-head.tsx'
import { useHistoryWords } from '#app/components/history/use-words.ts'
import { Empty, Facts, Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Registry } from '#app/components/section/registry.ts'
import { useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { nameVersion, VersionName } from '#app/services/history/name-version.server.ts'
import { readAttributed } from '#app/services/history/read-attributed.server.ts'

export const meta = pageTitle((language) => historyTexts[language].text.title)

const AVersion = z.coerce.number().int().min(0)

export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const asked = AVersion.optional().safeParse(new URL(request.url).searchParams.get('version') ?? undefined)
  if (!asked.success) throw new DomainError('not-found')
  return readAttributed(useCase, params.sectionId, asked.data)
})

/** Gives the version a name; one that will not do comes back as it was typed. */
export const action = guardedAction('section.name-version', async ({ useCase, params, request }) => {
  const form = await request.formData()
  const name = String(form.get('name') ?? '')
  const version = AVersion.safeParse(form.get('version'))
  if (!version.success) throw new DomainError('invalid-input')
  const checked = VersionName.safeParse(name)
  if (!checked.success) return data({ name, error: checked.error.issues[0]!.message }, 422)
  try {
    await nameVersion(useCase, params.sectionId, { version: version.data, name: checked.data })
  } catch (error) {
    if (error instanceof DomainError && error.detail === 'name-taken') return data({ name, error: error.detail }, 409)
    throw error
  }
  return redirect(`/sections/${params.sectionId}/history?done=named`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function TextWithItsWriters() {
  const reading = useLoaderData<typeof loader>()
  return <Written key={[reading.place.id, reading.version.version].join()} {...reading} />
}

function Written({ place, version, blocks, people, items, incidents, may }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const { text } = useText(historyTexts)
  const words = useHistoryWords()
  const answer = useActionData<typeof action>()
  const [registry] = useState(() => new Registry(place.language, items, incidents))
  const base = `/sections/${place.id}/history`
  const problem = sentenceFor(text.errors, answer?.error)
  return (
    <>
      <HistoryHead
        place={place}
        title={text.title}
        lead={text.lead}
        actions={
          may.restore && (
            <Form method="post" action={`${base}/restore`}>
              <input type="hidden" name="version" value={version.version} />
              <input type="hidden" name="seen" value={place.head} />
              <Button look="primary" aria-describedby="restore-hint">
                {text.restore}
              </Button>
            </Form>
          )
        }
      />
      {problem && (
        <Notice tone="error">
          <p>{problem}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.version, words.version(version, place.head)],
          people.length > 0 && [text.writers, people.map(({ name }, index) => `${index + 1} ${name}`).join(' · ')],
        ]}
      />
      {may.restore && (
        <p className="soft small" id="restore-hint">
          {text.restoreHint}
        </p>
      )}
      {version.version !== place.head && (
        <p>
          <Link to={`${base}/compare?from=${version.version}`}>{text.compareNow}</Link>
        </p>
      )}
      {blocks.every(({ pieces }) => pieces.length === 0) ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        <ol className="plain-list attributed-list" aria-label={text.label}>
          {blocks
            .filter(({ pieces }) => pieces.length > 0)
            .map((block) => (
              <AttributedBlock key={block.key} block={block} registry={registry} language={place.language} people={people} />
            ))}
        </ol>
      )}
      {may.name && (
        <section className="history-name no-print">
          <h2>{text.nameTitle}</h2>
          <Form method="post">
            <input type="hidden" name="version" value={version.version} />
            <TextField
              label={text.nameLabel}
              hint={text.nameHint}
              name="name"
              maxLength={120}
              defaultValue={answer?.name}
              errors={problem ? [problem] : undefined}
            />
            <Button>{text.nameSubmit}</Button>
          </Form>
        </section>
      )}
    </>
  )
}
