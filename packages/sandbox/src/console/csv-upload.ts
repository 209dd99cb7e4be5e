import type { Upload } from '../csv/file.ts'
import { Refusal } from '../refusal.ts'

/** A file with the mode beside it, or why there is none. */
export type ReceivedUpload = { readonly file: Upload; readonly mode: string | undefined } | Refusal

const isMultipart = (type: string): boolean => type.startsWith('multipart/form-data')

/** Any type but JSON and plain forms may carry a file; that it is no CSV is for the import to say. */
const isUpload = (type: string): boolean =>
  isMultipart(type) || (type !== '' && !/^application\/(json|x-www-form-urlencoded)/i.test(type))

/** The file of a form (`file`, `mode`), or a whole body with `name` and `mode` in the query. */
export async function readUpload(
  request: Request,
  { bytes }: { bytes: Uint8Array<ArrayBuffer> },
): Promise<ReceivedUpload | undefined> {
  const type = request.headers.get('content-type') ?? ''
  if (!isUpload(type)) return undefined
  if (isMultipart(type)) return readForm(bytes, type)
  const { searchParams } = new URL(request.url)
  return {
    file: { name: searchParams.get('name') ?? '', type, bytes },
    mode: searchParams.get('mode') ?? undefined,
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<ReceivedUpload> {
  const form = await new Response(bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get('file')
  if (form === undefined || !(file instanceof File)) {
    return new Refusal(400, 'No file was sent.', { next: 'Send it as "file", beside "mode".' })
  }
  const mode = form.get('mode')
  return {
    file: { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) },
    mode: typeof mode === 'string' ? mode : undefined,
  }
}
