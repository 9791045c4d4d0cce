import { describe, expect, it } from 'vitest'
import { csv } from '#app/services/evaluation/csv.ts'
import { median } from '#app/services/evaluation/outcomes.ts'

describe('a file for spreadsheets', () => {
  it('has no cell that a spreadsheet would calculate', () => {
    expect(csv([['=1+1', '+31', '-2', '@som', '\tx', 'a=b']], ',')).toBe("'=1+1;'+31;'-2;'@som;'\tx;a=b\r\n")
  })

  it('keeps semicolons, quotes and lines inside a cell, and leaves an unknown figure empty', () => {
    expect(csv([['a;b', 'zij "zei"', 'een\r\ntwee', null, '']], ',')).toBe('"a;b";"zij ""zei""";"een\r\ntwee";;\r\n')
  })

  it('writes numbers as the language does, a negative one as a number', () => {
    expect(csv([[1.5, 1000, -2]], ',')).toBe('1,5;1000;-2\r\n')
    expect(csv([[1.25]], '.')).toBe('1.3\r\n')
  })
})

describe('a median', () => {
  it('is the value in the middle, halfway between two, and nothing of nothing', () => {
    expect([median([3]), median([9, 1, 5]), median([4, 1, 2, 3]), median([])]).toEqual([3, 5, 2.5, null])
  })
})
