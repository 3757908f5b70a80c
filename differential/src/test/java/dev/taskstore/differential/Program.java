package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A random program.
 *
 * @param seed the seed that it was drawn from
 * @param hasPrincipals whether steps run in scopes of several users
 * @param steps the steps
 */
record Program(long seed, boolean hasPrincipals, List<Step> steps) {

  Program {
    steps = List.copyOf(steps);
  }

  /** Returns the program reduced to some of its steps. */
  Program keep(Set<Integer> numbers) {
    return new Program(seed, hasPrincipals, Step.keep(steps, numbers));
  }

  /** Returns the numbers of all steps in program order. */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    collect(steps, numbers);
    return numbers;
  }

  private static void collect(List<Step> steps, List<Integer> numbers) {
    for (Step step : steps) {
      numbers.add(step.number());
      if (step instanceof Step.Block block) {
        collect(block.steps(), numbers);
      }
    }
  }

  /** Returns the text that reproduces this program: its seed and the numbers of its steps. */
  String replay() {
    return seed
        + (hasPrincipals ? Replay.PRINCIPALS : "")
        + ":"
        + numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(steps, "  ", text);
    return text.toString();
  }

  private static void print(List<Step> steps, String indent, StringBuilder text) {
    for (Step step : steps) {
      text.append(String.format("%4d%s", step.number(), indent));
      if (step instanceof Step.Block block) {
        text.append(block.target()).append("transaction ");
        text.append(block.style()).append(block.escapes() ? " (its failure escapes)" : "");
        text.append(" {\n");
        print(block.steps(), indent + "  ", text);
        text.append(block.conflicts() ? "    " + indent + "  throw transient failure, once\n" : "");
        text.append("    ").append(indent).append(block.aborts() ? "  throw\n" : "");
        text.append(block.aborts() ? "    " + indent : "").append("}\n");
      } else if (step instanceof Step.Call call) {
        text.append(call.target()).append(call.operation());
        text.append("  at ").append(call.now());
        if (call.operation().ids() != null) {
          text.append(", ids from ").append(call.operation().ids().get(0));
        }
        text.append(call.escapes() ? " (its failure escapes)\n" : "\n");
      }
    }
  }
}
