import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

type Look = 'primary' | 'secondary' | 'subtle'
const classes: Record<Look, string> = {
  primary: 'utrecht-button utrecht-button--primary-action',
  secondary: 'utrecht-button utrecht-button--secondary-action',
  subtle: 'utrecht-button utrecht-button--subtle',
}

/** A button; one primary on a page. */
export function Button({
  look = 'secondary',
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look }) {
  return <button {...rest} type={type} className={classes[look]} />
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ look = 'secondary', ...rest }: LinkProps & { look?: Look }) {
  return <Link {...rest} className={`${classes[look]} utrecht-button-link`} />
}
