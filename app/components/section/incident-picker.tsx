import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '#app/components/button.tsx'
import { ContextCardView, datesOf, placeOf } from '#app/components/context-card.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { pickerTexts } from '#app/i18n/pickers.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PlacedIncident } from '#app/services/sections/read-placed-incidents.server.ts'
import type { ContextFigures, IncidentRecord } from '#schemas/context-card.ts'
import { Combobox } from './combobox.tsx'
import { Dialog } from './dialog.tsx'
import { getJson, postJson } from './requests.ts'

type Context = ContextFigures | { reason: string }
type Props = { country: string; onPlace: (placed: PlacedIncident) => void; onClose: () => void }

/** Chooses an incident of the register and shows what it is against the whole before it is placed: the two only go together. */
export function IncidentPicker({ country, onPlace, onClose }: Props) {
  const title = useText(sectionTexts).later.incident
  const text = useText(pickerTexts)
  const language = useLanguage()
  const [chosen, setChosen] = useState<IncidentRecord | null>(null)
  const [context, setContext] = useState<Context | null>(null)
  const [period, setPeriod] = useState({ from: '', to: '' })
  const [without, setWithout] = useState(false)
  const [problem, setProblem] = useState<'none' | 'choose' | 'reason' | 'failed'>('none')
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (!chosen) return
    const abort = new AbortController()
    getJson<{ context: Context }>(`/incident-choices?id=${chosen.id}`, abort.signal).then(
      (answer) => setContext(answer.context),
      () => {
        if (!abort.signal.aborted) setProblem('failed')
      },
    )
    return () => abort.abort()
  }, [chosen])

  const place = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!chosen) return setProblem('choose')
    const form = new FormData(event.currentTarget)
    const reason = String(form.get('reason') ?? '').trim()
    if (without && !reason) return setProblem('reason')
    setBusy(true)
    try {
      const note = String(form.get('note') ?? '').trim()
      const body = { incidentId: chosen.id, note, ...(without && { noContextReason: reason }) }
      onPlace((await postJson<{ placed: PlacedIncident }>('/context-cards', body)).placed)
    } catch {
      setProblem('failed')
    } finally {
      setBusy(false)
    }
  }
  const query = (typed: string) => `/incident-choices?${new URLSearchParams({ text: typed, country, ...period })}`
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={place} noValidate>
        {problem === 'failed' && <Notice tone="error">{text.failed}</Notice>}
        <div className="picker-period">
          <TextField
            type="date"
            label={text.from}
            value={period.from}
            onChange={(it) => setPeriod({ ...period, from: it.target.value })}
          />
          <TextField
            type="date"
            label={text.to}
            value={period.to}
            onChange={(it) => setPeriod({ ...period, to: it.target.value })}
          />
        </div>
        <Combobox<IncidentRecord>
          key={`${period.from} ${period.to}`}
          label={text.findIncident}
          hint={text.findIncidentHint}
          listLabel={text.incidentResults}
          nothing={text.nothingIncident}
          failed={text.failed}
          count={text.count}
          find={async (typed, signal) => (await getJson<{ incidents: IncidentRecord[] }>(query(typed), signal)).incidents}
          keyOf={(it) => it.id}
          show={(it) => ({
            title: `${datesOf(it, language)} · ${placeOf(it)}`,
            detail: `${words[language].incidentKind[it.kind]} · ${it.externalId}`,
          })}
          onChoose={(incident) => {
            setChosen(incident)
            setContext(null)
            setProblem('none')
          }}
          errors={problem === 'choose' ? [text.chooseIncident] : undefined}
        />
        {chosen && (
          <section aria-label={text.contextTitle} aria-live="polite">
            <h3>{text.contextTitle}</h3>
            {!context && problem !== 'failed' && <p className="soft">{text.computing}</p>}
            {context && (
              <ContextCardView
                incident={chosen}
                language={language}
                card={
                  'reason' in context
                    ? { figures: null, noContextReason: context.reason }
                    : { figures: context, noContextReason: null }
                }
              />
            )}
          </section>
        )}
        <TextAreaField label={text.note} name="note" rows={2} maxLength={2000} />
        <p>
          <label>
            <input type="checkbox" checked={without} onChange={(it) => setWithout(it.target.checked)} /> {text.withoutContext}
          </label>
        </p>
        {without && (
          <TextAreaField
            label={text.reason}
            name="reason"
            rows={2}
            maxLength={1000}
            errors={problem === 'reason' ? [text.reasonNeeded] : undefined}
          />
        )}
        <div className="picker-actions">
          <Button look="primary" disabled={busy}>
            {text.insert}
          </Button>
          <Button type="button" look="subtle" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
