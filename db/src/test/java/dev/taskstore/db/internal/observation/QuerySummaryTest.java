package dev.taskstore.db.internal.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySummaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select \"tasks\".\"id\" from \"tasks\" where \"tasks\".\"id\" = ? | SELECT tasks",
        "SELECT 1 | SELECT",
        "select * from public.tasks t, \"a b\" as x where t.id in (1, 2) | SELECT tasks a b",
        "select a from x left outer join y on (x.a = y.a) join z using (a) | SELECT x y z",
        "select * from (select id from tasks where a = 'b') as t | SELECT SELECT tasks",
        "select * from ((tasks t join users u on u.id = t.id)) | SELECT tasks users",
        "select extract(year from created_at), trim(both ' ' from title) from tasks | SELECT tasks",
        "select a from tasks where a is distinct from b | SELECT tasks",
        "select * from unnest(?) as t | SELECT",
        "select * from tasks for update | SELECT tasks",
        "insert into tasks (id) values (?) on conflict (id) do update set a = 1 | INSERT tasks",
        "insert into archive select * from tasks | INSERT archive SELECT tasks",
        "update tasks set a = (select max(b) from users) | UPDATE tasks SELECT users",
        "delete from task_tags where tag_id in (select id from tags) | DELETE task_tags SELECT tags",
        "delete from tasks using users where a = b | DELETE tasks users",
        "with old as (select id from tasks) delete from tags using old | SELECT tasks DELETE tags",
        "with recursive a as (select 1), b (x) as (select 2) select * from a, b | SELECT SELECT SELECT",
        "merge into tasks using users on (a = b) when matched then delete | MERGE tasks users",
        "create table if not exists tasks (id int) | CREATE tasks",
        "truncate table only tasks | TRUNCATE tasks",
        "/* from secret */ select 'from secret' from tasks -- from secret | SELECT tasks",
        "select $$ from secret $$ from tasks where a = E'\\' from secret' | SELECT tasks",
        "secret | SQL",
        "explain select * from tasks | EXPLAIN SELECT tasks",
        "select from where | SELECT",
        "\"unclosed | SQL"
      })
  void namesOperationsAndTables(String sql, String summary) {
    assertThat(QuerySummary.of(sql).text()).isEqualTo(summary);
  }

  @Test
  void theMainOperationIsOutsideOfCommonTableExpressions() {
    QuerySummary summary =
        QuerySummary.of("with old as (select id from tasks) delete from tags using old");

    assertThat(summary.operation()).isEqualTo("DELETE");
    assertThat(summary.tables()).containsExactly("tasks", "tags");
  }

  @Test
  void aLongStatementHasAShortSummary() {
    QuerySummary summary = QuerySummary.of("select 1 from tasks union ".repeat(1_000));

    assertThat(summary.text()).startsWith("SELECT tasks SELECT").hasSizeLessThanOrEqualTo(240);
    assertThat(summary.tables()).containsExactly("tasks");
  }
}
