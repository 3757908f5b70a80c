package dev.taskstore.differential;

import dev.taskstore.differential.model.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws programs. Not thread-safe. */
final class ProgramGenerator {

  private static final int DEEPEST = 3;

  private final Catalogue catalogue;
  private final boolean hasPrincipals;
  private int number;

  /** Draws the callbacks of transactions, separately, so that the other steps stay the same. */
  private Draw transactions = new Draw(0);

  /** With principals, steps also run in scopes of several users. */
  ProgramGenerator(boolean hasPrincipals) {
    this.hasPrincipals = hasPrincipals;
    this.catalogue = new Catalogue(hasPrincipals);
  }

  /** Returns the program of a seed. It is deterministic. */
  Program generate(long seed) {
    Draw draw = new Draw(seed);
    transactions = new Draw(~seed);
    number = 0;
    List<Step> steps = new ArrayList<>();
    if (draw.chance(90)) {
      InitialRows.draw(draw, hasPrincipals)
          .forEach(operation -> steps.add(call(draw, operation, 0)));
    }
    steps.addAll(steps(draw, draw.between(5, 35), 0, null));
    return new Program(seed, hasPrincipals, steps);
  }

  private List<Step> steps(Draw draw, int count, int depth, @Nullable Principal principal) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isBlock = depth < DEEPEST && draw.chance(12);
      if (hasPrincipals) {
        Target target = target(draw, depth);
        Principal inner = target.principalOr(principal);
        steps.add(isBlock ? block(draw, depth, target, inner) : call(draw, depth, target, inner));
      } else {
        steps.add(isBlock ? block(draw, depth) : call(draw, catalogue.draw(draw), depth));
      }
      if (depth > 0 && transactions.chance(25)) {
        steps.add(call(transactions, CallbackOperations.register(transactions), depth));
      }
    }
    return steps;
  }

  private Step call(Draw draw, Operation operation, int depth) {
    return new Step.Call(
        number++,
        operation,
        draw.now(),
        depth > 0 && draw.chance(30) ? Target.STORE : Target.CURRENT,
        depth > 0 && draw.chance(25));
  }

  private Step call(Draw draw, int depth, Target target, @Nullable Principal principal) {
    draw.prefer(principal == null ? null : principal.user());
    Operation operation = catalogue.draw(draw);
    if (operation.name().startsWith("users.delete") && draw.chance(80)) {
      // A principal without a row has no other rows either, so that its calls show little.
      operation = catalogue.draw(draw);
    }
    draw.prefer(null);
    boolean escapes = depth > 0 && draw.chance(25);
    return new Step.Call(number++, operation, draw.now(), target, escapes);
  }

  private static Target target(Draw draw, int depth) {
    int roll = draw.between(0, 99);
    if (depth == 0) {
      return roll < 65 ? Target.scopeOf(draw.principal()) : Target.CURRENT;
    } else if (roll < 65) {
      return Target.CURRENT;
    }
    return roll < 85 ? Target.scopeOf(draw.principal()) : Target.STORE;
  }

  private Step block(Draw draw, int depth) {
    int own = number++;
    List<Step> steps = steps(draw, draw.between(0, 7), depth + 1, null);
    Step.Style style = style(draw);
    return new Step.Block(
        own,
        style,
        steps,
        transactions.chance(15),
        draw.chance(20),
        depth > 0 && draw.chance(30) ? Target.STORE : Target.CURRENT,
        depth > 0 && draw.chance(30));
  }

  private Step block(Draw draw, int depth, Target target, @Nullable Principal principal) {
    int own = number++;
    List<Step> steps = steps(draw, draw.between(0, 7), depth + 1, principal);
    return new Step.Block(
        own,
        style(draw),
        steps,
        transactions.chance(15),
        draw.chance(20),
        target,
        depth > 0 && draw.chance(30));
  }

  private static Step.Style style(Draw draw) {
    return draw.chance(50) ? Step.Style.DEFAULT : draw.pick(List.of(Step.Style.values()));
  }
}
