/** @type {import('prettier').Config} */
export default { semi: false, singleQuote: true, printWidth: 130, trailingComma: 'all' }
