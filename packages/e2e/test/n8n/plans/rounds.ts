/** What starts by a date, the calendar, a segment, somebody’s hand, another journey; and two that want to send at once. */
export const ROUNDS = `
segment svenska "Svenska" where customer.language == "sv"

journey rounds "Rounds" {
  timezone "Asia/Jerusalem"
  segment svenska

  stage only "Only" {
    enter on post.go
    automation dated "Dated" {
      1d before post.booked.until as parcel
      post.note(text: "dated", about: customer.email)
    }
    automation joined "Joined" {
      when in svenska
      post.note(text: "joined", about: customer.email)
    }
    automation daily "Daily" {
      every sunday, monday, tuesday, wednesday, thursday, friday, saturday at 12:00
      post.note(text: "daily", about: customer.email)
    }
    automation asked "Asked" {
      manually
      post.note(text: "asked", about: customer.email)
    }
    automation visits "Visits" {
      on post.bought
      run elsewhere
    }
  }
}

journey elsewhere "Elsewhere" {
  timezone "Asia/Jerusalem"

  stage there "There" {
    automation welcome "Welcome" {
      on post.go as go where go.plan == "elsewhere"
      post.note(text: "welcome", about: customer.email)
    }
  }
}

${wantsToSend('high', 10)}
${wantsToSend('low', 1)}
`;

function wantsToSend(name: string, priority: number): string {
  return `journey ${name} "${name}" {
  timezone "Asia/Jerusalem"
  quiet 20:00-10:00
  cap 1 message per 1d
  priority ${priority}

  stage only "Only" {
    automation tells "Tells" {
      on post.go as go where go.plan == "both"
      send news
    }
  }
}`;
}
