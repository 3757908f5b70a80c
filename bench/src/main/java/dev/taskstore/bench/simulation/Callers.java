package dev.taskstore.bench.simulation;

/** The users of a simulation. */
final class Callers {

  private final Clock clock;
  private final Simulation simulation;

  Callers(Clock clock, Simulation simulation) {
    this.clock = clock;
    this.simulation = simulation;
  }

  /** Adds a thread that makes the next call immediately after the previous one. */
  void addThread(String group, Work work) {
    clock.after(0, () -> loop(group, work));
  }

  private void loop(String group, Work work) {
    simulation.call(group, work.next(), () -> clock.after(0, () -> loop(group, work)));
  }

  /**
   * Adds users who think for a time of the exponential distribution before each call.
   *
   * <p>The time to the next call of any user has the exponential distribution too. A candidate
   * happens at the rate of all users and is a call with the probability that its user is thinking,
   * so that the number of users does not influence the speed of the simulation.
   */
  void addUsers(String group, int users, double thinkNanos, Chance chance, Work work) {
    new Thinking(group, users, thinkNanos, chance, work).schedule();
  }

  private final class Thinking {

    private final String group;
    private final int users;
    private final double thinkNanos;
    private final Chance chance;
    private final Work work;
    private int calling;

    private Thinking(String group, int users, double thinkNanos, Chance chance, Work work) {
      this.group = group;
      this.users = users;
      this.thinkNanos = thinkNanos;
      this.chance = chance;
      this.work = work;
    }

    private void schedule() {
      clock.after(chance.exponential(thinkNanos / users), this::happen);
    }

    private void happen() {
      if (chance.below(users) >= calling) {
        calling++;
        simulation.call(group, work.next(), () -> calling--);
      }
      schedule();
    }
  }
}
