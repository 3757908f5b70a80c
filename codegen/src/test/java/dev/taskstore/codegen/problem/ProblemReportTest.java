package dev.taskstore.codegen.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemReportTest {

  private static final Location PLACE = new Location("db/notes.xml", "one", "notes", "odd");

  @Test
  void aSingleProblemIsItsMessage() {
    assertThat(ProblemReport.format("The changelog db/notes.xml", List.of(type("money"))))
        .isEqualTo(
            "Column notes.odd of changelog db/notes.xml (changeset one) has the type money; write"
                + " type=\"bigint\" in a change, or ${type.bigint} in SQL, instead.");
  }

  @Test
  void problemsAreGroupedByKindWithTheirNumbers() {
    assertThat(
            ProblemReport.format(
                "The changelog db/notes.xml",
                List.of(
                    type("money"),
                    Problem.of(ProblemKind.OPTION, "tablesOnly has \"nots\"."),
                    type("xml"))))
        .isEqualTo(
            """
            The changelog db/notes.xml has 3 problems.

            Options (1):
            - tablesOnly has "nots".

            Types that databases do not store alike (2):
            - Column notes.odd of changelog db/notes.xml (changeset one) has the type money; write type="bigint" in a change, or ${type.bigint} in SQL, instead.
            - Column notes.odd of changelog db/notes.xml (changeset one) has the type xml; write type="bigint" in a change, or ${type.bigint} in SQL, instead.\
            """);
  }

  @Test
  void ofManyProblemsOfOneKindTheFirstFiftyAreListedAndTheOthersCounted() {
    List<Problem> problems = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> problems.add(type("t" + i)));

    assertThat(ProblemReport.format("The changelog db/notes.xml", problems))
        .startsWith("The changelog db/notes.xml has 60 problems.")
        .contains(" alike (60):", "the type t49;")
        .doesNotContain("the type t50;")
        .endsWith("\n- and 10 more");
  }

  @Test
  void aCollectorKeepsEachProblemOnceAndLeavesOutOnlyParts() {
    ProblemCollector strict = new ProblemCollector(false);
    strict.leaveOut(type("money"), LeftOut.Part.COLUMN, "notes", "odd");
    strict.add(type("money"));
    ProblemCollector lenient = new ProblemCollector(true);
    lenient.leaveOut(type("money"), LeftOut.Part.COLUMN, "notes", "odd");
    Problem option = Problem.of(ProblemKind.OPTION, "No such option.");
    lenient.leaveOut(option, LeftOut.Part.COLUMN, "notes", "odd");

    assertThat(strict.problems()).containsExactly(type("money"));
    assertThat(strict.leftOut()).isEmpty();
    assertThat(lenient.problems()).containsExactly(option);
    assertThat(lenient.leftOut())
        .extracting(LeftOut::description)
        .containsExactly("The column notes.odd is left out. " + type("money").message());
  }

  private static Problem type(String name) {
    return new Problem(
        ProblemKind.TYPE, PLACE, "has the type " + name, Advice.type("bigint", "${type.bigint}"));
  }
}
