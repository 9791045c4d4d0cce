import { coordinatorTopics, type CoordinatorTopic, type Theme } from '#schemas/vocabulary.ts'

/** Which themes belong to the subject that a coordinator looks after (SR-49, SR-51). */
const themesOf: Record<CoordinatorTopic, readonly Theme[]> = {
  gender: ['gender', 'women', 'sgbv'],
  lgbtiq: ['lhbtiq'],
  conversion: ['conversion', 'religion'],
  trafficking: ['trafficking'],
}

/** The subjects that themes touch, in a fixed order. */
export const topicsOf = (themes: readonly Theme[]): CoordinatorTopic[] =>
  coordinatorTopics.filter((topic) => themesOf[topic].some((theme) => themes.includes(theme)))

/** All themes of these subjects. */
export const themesOfTopics = (topics: readonly CoordinatorTopic[]): Theme[] => topics.flatMap((topic) => [...themesOf[topic]])
