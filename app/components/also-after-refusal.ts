import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/**
 * A page's `shouldRevalidate` where what came back beside a refused form matters: how the record stands now that someone else was first. By itself the
 * framework reads nothing anew after an answer of 400 or more.
 */
export const alsoAfterRefusal = ({ defaultShouldRevalidate, actionStatus }: ShouldRevalidateFunctionArgs): boolean =>
  defaultShouldRevalidate || (actionStatus !== undefined && actionStatus >= 400)
