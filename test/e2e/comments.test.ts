import { inject, onTestFinished, describe, expect, it } from 'vitest'
import { connect } from '#app/platform/database/sql.server.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { textOf } from '../sections/section.ts'
import { desktop, expectAccessible, foresee, openAs, phone, ready } from './support/pages.ts'

/** A section of this test's own in the system under test, with an author. */
async function written() {
  const sql = connect(inject('databaseUrl'), { max: 2 })
  onTestFinished(() => sql.end())
  return aWrittenSection(sql, textOf('De wet stelt eisen aan de toegang tot de rechter.'))
}

describe('threads of comments', () => {
  it('go from a reviewer’s question to a named colleague’s "Mijn werk" and back, beside the text', async () => {
    const { sectionId, author: own } = await written()
    const path = `/sections/${sectionId}`
    const reviewer = await openAs('reviewer')
    await reviewer.goto(`${path}#comments`)
    await ready(reviewer)
    expect(await reviewer.getByRole('tab', { name: 'Opmerkingen' }).getAttribute('aria-selected')).toBe('true')
    await reviewer.getByLabel('Waarover?').selectOption({ index: 1 })
    await reviewer.getByLabel('Uw opmerking').fill('Is deze vraag hiermee beantwoord?')
    await reviewer.getByLabel('mening', { exact: true }).check()
    await reviewer.getByLabel('Vraag een collega te kijken').first().selectOption(own.actor.id)
    await reviewer.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await reviewer.getByText('Uw opmerking is geplaatst.').waitFor()
    const asked = reviewer.locator('.thread')
    await asked.getByText('Bij de vraag').waitFor()
    await asked.getByText('mening', { exact: true }).waitFor()
    expect(await reviewer.getByLabel('Uw opmerking').inputValue(), 'what was placed is no longer in the form').toBe('')
    await reviewer.getByText('1 open opmerking').first().waitFor({ state: 'attached' })
    await expectAccessible(reviewer)

    const author = await openAs('author')
    await author.goto('/')
    const block = author.getByRole('region', { name: 'Collega’s vragen u te kijken' })
    await block.getByText('Is deze vraag hiermee beantwoord?').waitFor()
    await expectAccessible(author)
    await block.locator(`a[href="${path}#comments"]`).click()
    await author.locator('.thread').getByText('@Auteur Demo').waitFor()
    await author.getByText('Beantwoorden').click()
    await author.getByLabel('Uw antwoord').fill('Ja: zie de eerste alinea.')
    await author.getByRole('button', { name: 'Antwoord plaatsen' }).click()
    await author.getByText('Uw antwoord is geplaatst.').waitFor()
    await author.locator('.thread').getByText('Ja: zie de eerste alinea.').waitFor()
    await expectAccessible(author)
    await author.goto('/')
    expect(await author.getByText('Is deze vraag hiermee beantwoord?').count()).toBe(0)

    await reviewer.reload()
    await ready(reviewer)
    await reviewer.getByRole('button', { name: /^Gaat over een feit/ }).click()
    await reviewer.getByText('De opmerking is gemerkt.').waitFor()
    await reviewer.getByRole('button', { name: /^Afgehandeld/ }).click()
    await reviewer.getByText('De opmerking is afgehandeld.').waitFor()
    await reviewer.getByText('Afgehandeld (1)').click()
    await reviewer.getByRole('button', { name: /^Weer openen/ }).click()
    await reviewer.getByText('De opmerking staat weer open.').waitFor()
  })

  it('come back as they were filled in when they will not do, with and without script', async () => {
    const { sectionId, author: own } = await written()
    for (const script of [false, true]) {
      const page = await openAs('reviewer', { script })
      foresee(page, /422/)
      await page.goto(`/sections/${sectionId}#comments`)
      if (script) await ready(page)
      const field = page.getByLabel('Uw opmerking')
      const about = await page.getByLabel('Waarover?').evaluate((select: HTMLSelectElement) => {
        // Further than the browser lets one type.
        document.querySelector<HTMLTextAreaElement>('#comment-body')!.maxLength = 5000
        return select.options[1]!.value
      })
      const long = 'Is dit wel zo? '.repeat(280).trim()
      await page.getByLabel('Waarover?').selectOption(about)
      await field.fill(long)
      await page.getByLabel('mening', { exact: true }).check()
      await page.getByLabel('Vraag een collega te kijken').last().selectOption(own.actor.id)
      await page.getByRole('button', { name: 'Opmerking plaatsen' }).click()
      await page.getByText('Dit is te lang: hooguit 4000 tekens.').nth(1).waitFor()
      await page.getByText('Uw opmerking is nog niet geplaatst').waitFor()
      expect(await field.inputValue()).toBe(long)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await page.getByLabel('Waarover?').inputValue()).toBe(about)
      expect(await page.getByLabel('mening', { exact: true }).isChecked()).toBe(true)
      expect(await page.getByLabel('Vraag een collega te kijken').last().inputValue()).toBe(own.actor.id)
      if (script) {
        await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
        await expectAccessible(page)
      }
      await field.fill('Is dit wel zo?')
      await page.getByRole('button', { name: 'Opmerking plaatsen' }).click()
      await page.getByText('Uw opmerking is geplaatst.').waitFor()
      await page.locator('.thread').getByText('Bij de vraag').last().waitFor()
      expect(await field.inputValue(), 'what was placed is no longer in the form').toBe('')
    }
  })

  it('can be followed on a phone, and without script', async () => {
    const { sectionId } = await written()
    const page = await openAs('reviewer', { script: false })
    await page.goto(`/sections/${sectionId}`)
    await page.getByLabel('Uw opmerking').fill('Over het geheel.')
    await page.getByRole('button', { name: 'Opmerking plaatsen' }).click()
    await page.getByText('Uw opmerking is geplaatst.').waitFor()
    await page.getByText('Beantwoorden').click()
    await page.getByLabel('Uw antwoord').fill('Aanvulling.')
    await page.getByRole('button', { name: 'Antwoord plaatsen' }).click()
    await page.getByText('Uw antwoord is geplaatst.').waitFor()
    const other = await openAs('coordinator')
    for (const size of [phone, desktop]) {
      await other.setViewportSize(size)
      await other.goto(`/review/${sectionId}`)
      await ready(other)
      await other.getByText('Aanvulling.').waitFor()
      await expectAccessible(other)
    }
  })
})
