import type { PersonEntry, Problem } from '@wxcc-onboard/core'
import { useState } from 'react'
import type { Focus } from '../components/focus.ts'
import { rowId } from '../components/people-table.ts'
import { useShell } from '../components/shell.ts'
import { type TextFields, useTextFields } from '../components/use-text-fields.ts'
import type { Action } from '../keys/bindings.ts'
import { fieldsOf, isList, type PersonField, type Reading, readList, submitted } from './people-form.ts'
import type { ScreenProps } from './screen.ts'

export interface PeopleForm {
  readonly fields: TextFields<PersonField>
  readonly editing: PersonEntry | undefined
  /** Lines of the last paste that could not be read. */
  readonly unread: readonly Problem[]
  /** Takes the keys of the form's own fields. */
  handle(action: Action, focus: Focus): boolean
  paste(text: string, focus: Focus): void
  edit(person: PersonEntry, focus: Focus): void
  stopEditing(focus: Focus): void
  /** Sends what is typed and not yet entered; true when there was something. */
  flush(): boolean
}

/** The line (or three) with which people are added and rows are changed. */
export function usePeopleForm({ view, send }: ScreenProps): PeopleForm {
  const { notify, texts } = useShell()
  const fields = useTextFields<PersonField>()
  const [row, setRow] = useState<number>()
  const [unread, setUnread] = useState<readonly Problem[]>([])
  const editing = row === undefined ? undefined : view.people[row - 1]
  const names = fieldsOf(view.entry)

  const take = ({ command, added, unread: problems }: Reading) => {
    if (command) send(command)
    setUnread(problems)
    if (added > 1) notify(texts.t('ui.people.pasted', { people: added }))
  }

  const flush = () => {
    const values = {
      email: fields.value('email'),
      firstName: fields.value('firstName'),
      lastName: fields.value('lastName'),
    }
    if (Object.values(values).every((value) => value.trim() === '')) return false
    take(submitted(values, editing))
    fields.reset()
    setRow(undefined)
    return true
  }

  const submit = (focus: Focus) => {
    const then = editing ? rowId(editing.row) : (names[0] ?? 'email')
    focus.focusOn(flush() ? then : 'continue')
  }

  return {
    fields,
    editing,
    unread,
    flush,
    handle(action, focus) {
      const name = names.find((each) => each === focus.id)
      if (name === undefined) return false
      if (action !== 'text.submit') return fields.edit(name, action)
      const next = names[names.indexOf(name) + 1]
      const isEmpty = names.every((each) => fields.value(each).trim() === '')
      if (next && !isEmpty) focus.focusOn(next)
      else submit(focus)
      return true
    },
    paste(text, focus) {
      const name = names.find((each) => each === focus.id)
      if (name && !isList(text)) return fields.insert(name, text.trim())
      take(readList(text))
    },
    edit(person, focus) {
      const { email, firstName = '', lastName = '' } = person
      fields.reset({ email, firstName, lastName })
      setRow(person.row)
      focus.focusOn(names[0] ?? 'email')
    },
    stopEditing(focus) {
      fields.reset()
      setRow(undefined)
      if (editing) focus.focusOn(rowId(editing.row))
    },
  }
}
