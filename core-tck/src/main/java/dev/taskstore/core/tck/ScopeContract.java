package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.core.tck.ScopeScenarios.Call;
import dev.taskstore.core.tck.ScopeScenarios.Scenario;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.ScopeViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each method in a scope returns what it returns without a scope in a database from which the rows
 * of others were removed: the same result, or the same exception. It changes none of these rows.
 */
abstract class ScopeContract extends TaskStoreContract {

  /**
   * References that a scope does not limit: to common rows, and to users with whom tasks are
   * shared.
   */
  private static final Set<List<String>> UNLIMITED =
      Set.of(List.of("tag_id"), List.of("assignee_id"), List.of("collaborator_id"));

  /** The end of a call, without the identifiers of a failure. */
  private record Outcome(@Nullable Object result, @Nullable String failure) {

    /**
     * Runs a call.
     *
     * @param brokenReference stands for the violation of a foreign key, if it is another exception
     */
    static Outcome of(
        Supplier<@Nullable Object> call, Class<? extends DataAccessException> brokenReference) {
      try {
        return new Outcome(call.get(), null);
      } catch (ForeignKeyViolationException e) {
        return new Outcome(
            null,
            brokenReference.isInstance(e) || UNLIMITED.contains(e.columns())
                ? e.getClass().getSimpleName() + e.context() + e.getMessage()
                : brokenReference.getSimpleName() + " " + e.table());
      } catch (RowSecurityException e) {
        return new Outcome(null, e.getClass().getSimpleName() + " " + e.table());
      } catch (DataAccessException e) {
        return new Outcome(
            null, e.getClass().getSimpleName() + ((DatabaseFailure) e).context() + e.getMessage());
      }
    }
  }

  /** What the calls of a method return, and the rows after them. */
  private record Run(List<Outcome> outcomes, List<String> visible, List<String> hidden) {}

  ScopeContract(TaskStoreTck tck) {
    super(tck);
  }

  @Test
  void everyPublicMethodHasAScenario() {
    assertThat(ScopeScenarios.all().keySet()).isEqualTo(ScopeScenarios.methods());
  }

  @TestFactory
  Stream<DynamicTest> aCallBehavesAsIfTheRowsOfOthersDidNotExist() {
    return tests(scenario -> compare(scenario.equal(), Call::in));
  }

  @TestFactory
  Stream<DynamicTest> aCallInATransactionBehavesAsIfTheRowsOfOthersDidNotExist() {
    return tests(
        scenario ->
            compare(
                scenario.equal(),
                (call, session) ->
                    session.transactionResult(
                        outer -> outer.transactionResult(inner -> call.in(inner)))));
  }

  @TestFactory
  Stream<DynamicTest> aCallThatNoScopePermitsIsRefusedAndWritesNothing() {
    return tests(this::refuse);
  }

  @FunctionalInterface
  private interface Check {
    void of(Scenario scenario);
  }

  @FunctionalInterface
  private interface Way {
    Object run(Call call, TaskSession session);
  }

  private Stream<DynamicTest> tests(Check check) {
    Set<Map.Entry<String, Scenario>> all = ScopeScenarios.all().entrySet();
    return all.stream()
        .filter(entry -> !tck.refusedByPolicies().contains(entry.getKey()))
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check.of(entry.getValue())));
  }

  private void compare(List<Call> calls, Way way) {
    begin(true);
    List<String> hidden = ScopeWorld.hiddenRows(store());
    TaskStore store = tck.scopedTaskStore();
    Run scoped =
        run(
            calls,
            call -> tck.callAs(store, ADA, session -> way.run(call, session)),
            ForeignKeyViolationException.class);
    begin(false);
    Run alone = run(calls, call -> way.run(call, store()), tck.hiddenReference());

    assertThat(scoped.outcomes()).isEqualTo(alone.outcomes());
    assertThat(scoped.visible()).isEqualTo(alone.visible());
    assertThat(withoutTags(scoped.hidden())).isEqualTo(withoutTags(hidden));
  }

  /** Tags are common rows, of which a scope may insert more. */
  private static List<String> withoutTags(List<String> rows) {
    return rows.stream().filter(row -> !row.startsWith("[")).toList();
  }

  private void begin(boolean withBob) {
    tck.clearTaskStore();
    clock().set(START);
    ScopeWorld.fill(store(), withBob);
  }

  private Run run(
      List<Call> calls,
      Function<Call, @Nullable Object> way,
      Class<? extends DataAccessException> brokenReference) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Call call : calls) {
      outcomes.add(Outcome.of(() -> way.apply(call), brokenReference));
    }
    return new Run(outcomes, ScopeWorld.visibleRows(store()), ScopeWorld.hiddenRows(store()));
  }

  private void refuse(Scenario scenario) {
    begin(true);
    List<String> visible = ScopeWorld.visibleRows(store());
    List<String> hidden = ScopeWorld.hiddenRows(store());
    try (TaskScope scope = tck.scopedTaskStore().scopedTo(ADA)) {
      for (Call call : scenario.refused()) {
        assertThatThrownBy(() -> call.in(scope)).isInstanceOf(ScopeViolationException.class);
        scope.transaction(
            transaction -> {
              assertThatThrownBy(() -> call.in(transaction))
                  .isInstanceOf(ScopeViolationException.class);
              assertThat(transaction.users().findById(ADA)).isPresent();
            });
      }
    }
    assertThat(ScopeWorld.visibleRows(store())).isEqualTo(visible);
    assertThat(ScopeWorld.hiddenRows(store())).isEqualTo(hidden);
    assertThat(scenario.equal().size() + scenario.refused().size()).isPositive();
  }
}
