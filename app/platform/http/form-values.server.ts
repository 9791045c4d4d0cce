/** The texts of a posted form by name; of a name that comes more than once the last, of files nothing. */
export async function formValues(request: Request): Promise<Record<string, string>> {
  const form = await request.formData()
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
