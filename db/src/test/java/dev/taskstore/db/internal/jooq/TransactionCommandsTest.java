package dev.taskstore.db.internal.jooq;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.StatementTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionCommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin",
        "BeGiN",
        "\uFEFFbegin",
        ";;begin",
        "commit;",
        "COMMIT AND CHAIN",
        "end transaction",
        "/**/commit",
        "/* /* */ commit",
        "--\rcommit",
        "--\n--\r\n commit",
        "select 1;commit",
        "select 1;;commit",
        "select ';'; commit",
        "select 'it''s'; commit",
        "select E'\\'; x'; commit",
        "select e'\\\\'; commit",
        "select name'\\'; commit",
        "select \"a;b\"; commit",
        "select `a;b`; commit",
        "select $$a; b$$; commit",
        "select $x$a; $$ b$x$; commit",
        "select $1; commit",
        "select a - b / c; commit",
        "select 1 /* ; */ -- ;\n; commit",
        "create table t (begin int); commit",
        "create trigger t after insert on x begin select case when 1 then 2 end; end; commit",
        "create function f() returns int begin atomic select 1; end; commit",
        "create function f() returns int as $$ begin return 1; end $$ language plpgsql; commit",
        "set transaction read only",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "set session transaction read only",
        "set autocommit = 0",
        "prepare transaction 'x'"
      })
  void transactionCommandsAreRejected(String sql) {
    assertThatThrownBy(() -> TransactionCommands.reject(sql, StatementTraits.STANDARD))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("transaction(...)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "--",
        "/*",
        "'",
        "$",
        "$$",
        "$a$ ; commit",
        "select 'commit",
        "select 1 as \"commit\"",
        "beginning",
        "commit_log",
        "(commit)",
        "select 'a; commit'",
        "select E'\\'; commit'",
        "select $$; commit$$",
        "select 1 -- ; commit",
        "select 1 /* ; commit */",
        "set search_path = x",
        "set session work_mem = 1",
        "prepare p as select 1",
        "insert into t values (1); update t set x = 2",
        "create trigger t after insert on x begin update y set z = 1; update y set z = 2; end",
        "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 1; END;",
        "create function f() returns int begin atomic select 1; select 2; end",
        "do $$ begin null; end $$"
      })
  void otherStatementsAreAllowed(String sql) {
    assertThatCode(() -> TransactionCommands.reject(sql, StatementTraits.STANDARD))
        .doesNotThrowAnyException();
  }

  private static final StatementTraits NESTING =
      new StatementTraits() {
        @Override
        public boolean nestsComments() {
          return true;
        }
      };

  private static final StatementTraits BRACKETS =
      new StatementTraits() {
        @Override
        public boolean quotesWithBrackets() {
          return true;
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* /* */ */ commit",
        "/* a /* b */ c */ commit",
        "/**//*/**/*/commit",
        "select 1 /* ' /* */ ' */; commit"
      })
  void commandsAfterNestedCommentsAreRejected(String sql) {
    assertThatThrownBy(() -> TransactionCommands.reject(sql, NESTING))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* /* */ commit", "/* /* */ ; commit */ select 1", "/* /*", "/* /* *"})
  void nestedCommentsMayContainCommands(String sql) {
    assertThatCode(() -> TransactionCommands.reject(sql, NESTING)).doesNotThrowAnyException();
  }

  @Test
  void namesInBracketsMayContainCommands() {
    assertThatCode(() -> TransactionCommands.reject("select 1 as [a; commit]", BRACKETS))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> TransactionCommands.reject("select 1 as [it's]; commit", BRACKETS))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatCode(
            () ->
                TransactionCommands.reject(
                    "select array['x]', '; commit']", StatementTraits.STANDARD))
        .doesNotThrowAnyException();
  }
}
