import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFlag, readRole, translatedFlag } from './cells.ts'
import { importModeNames, readImportMode } from './mode.ts'

describe('readFlag', () => {
  it.each([
    ['TRUE', 'true'],
    ['true', 'true'],
    ['T', 'true'],
    [' True\u00a0', 'true'],
    ['FALSE', 'false'],
    ['f', 'false'],
    ['\tFalse ', 'false'],
    ['', 'blank'],
    ['  ', 'blank'],
    ['TREU', 'invalid'],
    ['FASLE', 'invalid'],
    ['yes', 'invalid'],
    ['1', 'invalid'],
    ['0', 'invalid'],
    ['constructor', 'invalid'],
    ['WAHR', 'invalid'],
  ])('C-7: reads %j as %s', (cell, flag) => {
    expect(readFlag(cell)).toBe(flag)
  })

  it('C-7: blank is not FALSE, and nothing but the words is a value', () => {
    const words = ['', 't', 'f', 'true', 'false']
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(readFlag(cell) === 'invalid').toBe(!words.includes(cell.trim().toLowerCase()))
      }),
    )
  })
})

describe('translatedFlag', () => {
  it.each([
    ['WAHR', 'TRUE'],
    ['FALSCH', 'FALSE'],
    ['PRAWDA', 'TRUE'],
    ['FAŁSZ', 'FALSE'],
    ['vrai', 'TRUE'],
    ['Falso', 'FALSE'],
    ['TRUE', undefined],
    ['maybe', undefined],
  ])('reads %s back as %s', (cell, flag) => {
    expect(translatedFlag(cell)).toBe(flag)
  })
})

describe('readRole', () => {
  it.each([
    ['agent', 'agent'],
    [' Supervisor ', 'supervisor'],
    ['Full administrator', 'full'],
    ['full-administrator', 'full'],
    ['service administrator', 'cc-service'],
    ['Contact Center service administrator', 'cc-service'],
    ['', 'blank'],
    ['administrator', 'invalid'],
    ['toString', 'invalid'],
  ])('CSV-11: reads %j as %s', (cell, role) => {
    expect(readRole(cell)).toBe(role)
  })
})

describe('readImportMode', () => {
  it('CSV-13: knows the two modes by their names on the screen', () => {
    expect(Object.entries(importModeNames).map(([mode, name]) => [mode, readImportMode(name)])).toEqual([
      ['add-only', 'add-only'],
      ['add-and-remove', 'add-and-remove'],
    ])
    expect(readImportMode('remove')).toBeUndefined()
  })

  it('C-15: shows the English name and understands the "or" of translations', () => {
    expect(importModeNames['add-and-remove']).toBe('Add and remove services')
    expect(readImportMode('Add or remove services')).toBe('add-and-remove')
  })
})
