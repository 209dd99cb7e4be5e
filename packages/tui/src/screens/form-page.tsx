import { Page, type PageProps } from '../components/page.tsx'
import type { StageForm } from './use-stage-form.ts'

/** The page of a form: what has the focus tells which keys work, and the way on is the form's. */
export function FormPage({
  form,
  ...page
}: Omit<PageProps, 'focus' | 'isTyping' | 'onNext'> & { readonly form: StageForm }) {
  const { id, item } = form.focus
  return (
    <Page
      focus={id}
      scopes={item?.scopes ?? []}
      isTyping={item?.isTyping ?? false}
      onNext={form.next}
      {...page}
    />
  )
}
