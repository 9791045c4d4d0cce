import { describe, expect, it } from 'vitest'
import { comparisonPeriods, monthsOf } from '#app/services/incidents/comparison-periods.ts'

const coverage = { from: '2016-01-01', to: '2019-11-30' }
const on = (startedOn: string, datePrecision: 'day' | 'year' = 'day') => comparisonPeriods({ startedOn, datePrecision }, coverage)

describe('comparisonPeriods', () => {
  it('sets the calendar year against the year before', () => {
    expect(on('2018-06-15')).toEqual({
      period: { from: '2018-01-01', to: '2018-12-31' },
      previous: { from: '2017-01-01', to: '2017-12-31' },
    })
  })

  it('cuts both years to what the dataset covers at its end', () => {
    expect(on('2019-03-19')).toEqual({
      period: { from: '2019-01-01', to: '2019-11-30' },
      previous: { from: '2018-01-01', to: '2018-11-30' },
    })
  })

  it('cuts both years at the beginning of the coverage too', () => {
    expect(
      comparisonPeriods({ startedOn: '2017-08-01', datePrecision: 'day' }, { from: '2016-03-15', to: '2019-11-30' }),
    ).toEqual({
      period: { from: '2017-03-15', to: '2017-12-31' },
      previous: { from: '2016-03-15', to: '2016-12-31' },
    })
  })

  it('sets the quarter against the quarter before in the first covered year', () => {
    expect(on('2016-08-01')).toEqual({
      period: { from: '2016-07-01', to: '2016-09-30' },
      previous: { from: '2016-04-01', to: '2016-06-30' },
    })
  })

  it('carries a quarter over the turn of the year', () => {
    expect(
      comparisonPeriods({ startedOn: '2016-02-10', datePrecision: 'day' }, { from: '2015-06-01', to: '2016-12-31' }),
    ).toEqual({ period: { from: '2016-01-01', to: '2016-03-31' }, previous: { from: '2015-10-01', to: '2015-12-31' } })
  })

  it('gives nothing in the first covered quarter, nor by quarter for an event known only to the year', () => {
    expect(on('2016-02-10')).toBeNull()
    expect(on('2016-08-01', 'year')).toBeNull()
    expect(on('2018-08-01', 'year')).not.toBeNull()
  })

  it('keeps 29 February inside the calendar', () => {
    expect(
      comparisonPeriods({ startedOn: '2020-02-01', datePrecision: 'day' }, { from: '2018-01-01', to: '2020-02-29' }),
    ).toEqual({ period: { from: '2020-01-01', to: '2020-02-29' }, previous: { from: '2019-01-01', to: '2019-02-28' } })
  })

  it('lists the months of a period', () => {
    expect(monthsOf({ from: '2018-11-15', to: '2019-02-01' })).toEqual(['2018-11', '2018-12', '2019-01', '2019-02'])
  })
})
