import type { Plan } from './plan.ts';

/** Every kind of step, and every way in which one can go. Days are whole, what happens comes between them. */
export const CONSTRUCTS: readonly Plan[] = [
  {
    name: 'try_succeeds',
    steps: `try { send hello
      post.note(text: "fails 1", about: go.email) } retry 2 times every 1d on failure { send offer }
      send news`,
    events: [],
  },
  {
    name: 'try_gives_up',
    steps: `try { post.note(text: "fails 9", about: go.email) } retry 1 times every 1d on failure { send offer }
      send news`,
    events: [],
  },
  { name: 'backs_off', steps: 'post.note(text: "fails 2", about: go.email)\nsend hello', events: [] },
  {
    name: 'switches',
    steps: `switch go.color { when "red" { send hello } when "blue" { send news } otherwise { send offer } }
      switch { when go.color == "red" { stop } otherwise { send hello } }
      send offer`,
    data: { color: 'blue' },
    events: [],
  },
  {
    name: 'switch_stops',
    steps: 'switch { when go.color == "red" { stop } otherwise { send hello } }\nsend offer',
    data: { color: 'red' },
    events: [],
  },
  {
    name: 'for_each_notifies',
    steps: `for each one in ["a", "b", "c"] { post.note(text: one, about: go.email)
      notify sales "Call {{go.email}}" }
      send hello`,
    events: [],
  },
  {
    name: 'runs_and_moves',
    steps: 'run errand(person: go, what: "errand")\nmove to second\nwait 2d\nsend hello',
    events: [],
  },
  {
    name: 'exits',
    steps:
      'run errand(person: go, what: "never")\nif go.color == "red" { exit "red" } else { send news }\nsend offer',
    data: { color: 'red' },
    events: [],
  },
  {
    name: 'unsubscribes',
    steps: 'wait for post.bought up to 3d { timeout { send news } }\nsend hello',
    events: [{ day: 1.5, name: 'unsubscribed' }],
  },
  {
    name: 'waits_in_parallel',
    steps: `let begin = go.email
      parallel {
        branch { wait 2d
          send hello }
        branch { wait for post.bought up to 3d { timeout { send news } } }
        branch { wait 1d
          let said = "together"
          post.note(text: said, about: begin) }
      }
      post.note(text: "all", about: begin)`,
    events: [{ day: 1.5, name: 'bought' }],
  },
  {
    name: 'stops_in_parallel',
    steps: 'parallel { branch { wait 1d\nstop } branch { wait 2d\nsend hello } }\nsend offer',
    events: [],
  },
  {
    name: 'parallel_in_loop',
    steps:
      'repeat every 1d until post.bought, at most 2 times { parallel { branch { wait 1d\nsend hello } branch { send news } } }\nsend offer',
    events: [],
  },
  {
    name: 'goes_on_at_the_first',
    steps: `parallel until any {
        branch { wait 1d
          send hello }
        branch { wait 3d
          send news }
      }
      send offer`,
    events: [],
  },
  {
    name: 'goes_on_at_the_second',
    steps: `parallel until first 2 {
        branch { wait for post.bought
          send hello }
        branch { wait 2d
          send news }
        branch { wait 4d
          post.note(text: "too late", about: go.email) }
      }
      post.note(text: "two of three", about: go.email)`,
    events: [{ day: 0.5, name: 'bought' }],
  },
  {
    name: 'waits_for_hours',
    steps: `wait until 09:00-17:00
      post.note(text: "open", about: go.email)
      wait 1d
      wait until monday-sunday 00:00-24:00 in customer.timezone
      send hello`,
    events: [],
  },
  {
    name: 'waits_until_a_deadline',
    steps: `let begin = now
      wait for post.bought until 2d after begin {
        timeout { send news }
      }
      send hello`,
    events: [],
  },
  {
    name: 'tries_at_longer_pauses',
    steps: `post.note(text: "fails 2", about: go.email) retry 3 times every 1d doubling on failure { send offer }
      send hello`,
    events: [],
  },
  {
    name: 'waits_for_a_link',
    steps: `send offer
      wait for clicked(offer, link: "https://shop.example.com/offer") up to 3d { timeout { send news } }
      send hello`,
    events: [
      { day: 0.5, name: 'clicked:offer', data: { link: 'https://shop.example.com' } },
      { day: 1.5, name: 'clicked:offer', data: { link: 'https://shop.example.com/offer?utm_source=mail' } },
    ],
  },
];
