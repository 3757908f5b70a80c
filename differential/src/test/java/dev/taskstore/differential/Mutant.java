package dev.taskstore.differential;

import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextPattern;
import dev.taskstore.db.spi.TextSearch;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.ValueStorage;
import dev.taskstore.dialect.postgres.PostgresDialectProvider;
import dev.taskstore.dialect.sqlite.SqliteDialectProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Databases with deliberate faults that callers can observe. */
enum Mutant {
  UUIDS_ORDERED_AS_SIGNED_NUMBERS(sqlite()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public ValueStorage valueStorage() {
          return new AlteredStorage(super.valueStorage(), Mutant::withSignFlipped, value -> value);
        }
      };
    }
  },
  INSTANTS_ROUNDED_TO_MILLISECONDS(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public ValueStorage valueStorage() {
          return new AlteredStorage(super.valueStorage(), id -> id, Mutant::rounded);
        }
      };
    }
  },
  TEXT_IN_THE_ORDER_OF_THE_LOCALE(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public Map<String, String> changelogParameters() {
          return Map.of("type.text", "text");
        }
      };
    }
  },
  SEARCH_WITHOUT_ESCAPES(sqlite()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TextSearch textSearch() {
          TextSearch search = super.textSearch();
          return new TextSearch() {
            @Override
            public Condition matches(Field<String> text, Field<String> pattern) {
              return search.matches(text, pattern);
            }

            @Override
            public String pattern(String text) {
              return "*" + text + "*";
            }
          };
        }
      };
    }
  },
  LIKE_THAT_IGNORES_CASE(sqlite()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TextFunctions textFunctions() {
          return TextFunctions.STANDARD;
        }
      };
    }
  },
  LIKE_THAT_ESCAPES_WITH_BACKSLASH(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TextFunctions textFunctions() {
          return new TextFunctions() {
            @Override
            public Condition matches(Field<?> text, TextPattern pattern) {
              return pattern.ignoresCase()
                  ? TextFunctions.super.matches(text, pattern)
                  : DSL.condition(
                      "({0} like {1})",
                      text, pattern.render("", Character::toString, "_", "%", ""));
            }
          };
        }
      };
    }
  },
  CASE_CONVERTED_BY_THE_LOCALE(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TextFunctions textFunctions() {
          return new TextFunctions() {
            @Override
            public Field<String> lower(Field<?> text) {
              return DSL.field("lower({0} collate \"und-x-icu\")", String.class, text);
            }
          };
        }
      };
    }
  },
  SEARCH_BY_THE_CASE_RULES_OF_THE_DATABASE(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TextSearch textSearch() {
          return new TextSearch() {
            @Override
            public String pattern(String text) {
              return "(?i)" + TextSearch.super.pattern(text);
            }
          };
        }
      };
    }
  },
  KEYS_IN_THE_ORDER_OF_THE_DATABASE(sqlite()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public Optional<ConstraintInspector> constraintInspector() {
          return super.constraintInspector().map(Mutant::reversed);
        }
      };
    }
  },
  CALLBACKS_OF_NESTED_TRANSACTIONS_THAT_RUN_AFTER_THEIR_ROLLBACK(sqlite()) {
    @Override
    void afterCommit(TaskTransaction transaction, boolean isNested, Runnable run) {
      if (isNested) {
        transaction.afterCompletion(outcome -> run.run());
      } else {
        super.afterCommit(transaction, isNested, run);
      }
    }
  },
  CONTEXTS_THAT_OUTLIVE_THEIR_TRANSACTION(postgres()) {
    @Override
    DSLContext contextOf(TaskTransaction transaction, TaskStore store) {
      return store.dsl();
    }
  },
  SAVEPOINTS_THAT_KEEP_WHAT_FAILED(sqlite()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public TransactionControl transactions() {
          return new AlteredTransactions(super.transactions()) {
            @Override
            public void rollbackTo(Connection connection, String name) throws SQLException {
              release(connection, name);
            }
          };
        }
      };
    }
  },
  LOADS_THAT_LOSE_THE_LAST_ROW(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public Optional<BulkLoader> bulkLoader() {
          return super.bulkLoader().map(Mutant::withoutLastRow);
        }
      };
    }
  },
  CHECKS_TAKEN_FOR_MISSING_VALUES(postgres()) {
    @Override
    Dialect dialect() {
      return new AlteredDialect(super.dialect()) {
        @Override
        public FailureClassifier failures() {
          FailureClassifier failures = super.failures();
          return exception -> {
            Classification failure = failures.classify(exception);
            return failure.kind() == FailureKind.CHECK
                ? Classification.of(FailureKind.NOT_NULL, null)
                : failure;
          };
        }
      };
    }
  },
  UPSERTS_THAT_COUNT_NO_VERSION(sqlite()) {
    @Override
    List<String> statements() {
      return List.of(
          "CREATE TRIGGER mutant AFTER UPDATE ON tags BEGIN"
              + " UPDATE tags SET version = OLD.version WHERE id = NEW.id; END");
    }
  },
  BULK_UPDATES_THAT_COUNT_NO_VERSION(postgres()) {
    @Override
    String rewritten(String sql) {
      return sql.replaceAll(
          "^(update .*\"version\" = )\\((\\S+) \\+ 1\\)( where (?!\\(?\\S+\"id\" = ))", "$1$2$3");
    }
  },
  ROWS_THAT_STAY_WHEN_THEIR_OWNER_GOES(postgres()) {
    @Override
    List<String> statements() {
      return List.of(
          "ALTER TABLE task_tags DROP CONSTRAINT fk_task_tags_tag_id",
          "ALTER TABLE task_tags ADD CONSTRAINT fk_task_tags_tag_id"
              + " FOREIGN KEY (tag_id) REFERENCES tags (id)");
    }
  },
  A_CONSTRAINT_WITH_ANOTHER_NAME(postgres()) {
    @Override
    List<String> statements() {
      return List.of("ALTER TABLE users RENAME CONSTRAINT uq_users_email TO uq_users_mail");
    }
  },
  NULLS_THAT_COME_FIRST(sqlite()) {
    @Override
    String rewritten(String sql) {
      return sql.replace(" nulls last", " nulls first");
    }
  },
  ORDERS_THAT_LEAVE_TIES(postgres()) {
    @Override
    String rewritten(String sql) {
      return sql.replaceAll("(order by .*), \"\\w+\".\"id\"( asc| desc)?( fetch| limit|$)", "$1$3");
    }
  },
  ENUMS_THAT_SORT_BY_SPELLING(postgres()) {
    @Override
    String rewritten(String sql) {
      return sql.replaceAll("case (\\S+) when 'low' then .*? end", "$1");
    }
  },
  COPIES_WITH_THE_FIRST_VERSION(sqlite()) {
    @Override
    List<String> statements() {
      return List.of(
          "CREATE TRIGGER mutant AFTER INSERT ON tags BEGIN"
              + " UPDATE tags SET version = 0 WHERE id = NEW.id; END");
    }
  },
  COUNTS_WITHOUT_NULLS(sqlite()) {
    @Override
    String rewritten(String sql) {
      return sql.replaceAll(
          "^select (\\S+), count\\(\\*\\) (from .* group by )", "select $1, count($1) $2");
    }
  },
  LEAST_VALUES_THAT_MAY_BE_NULL(sqlite()) {
    @Override
    String rewritten(String sql) {
      return withNulls(sql, "asc");
    }
  },
  GREATEST_VALUES_THAT_MAY_BE_NULL(postgres()) {
    @Override
    String rewritten(String sql) {
      return withNulls(sql, "desc");
    }
  },
  SUMS_OF_DIFFERENT_NUMBERS(postgres()) {
    @Override
    String rewritten(String sql) {
      return sql.replaceAll("^select count\\((\\S+)\\), sum\\(", "select count($1), sum(distinct ");
    }
  },
  A_CHECK_THAT_IS_MISSING(sqlite()) {
    @Override
    List<String> statements() {
      return List.of("ALTER TABLE tasks DROP CONSTRAINT ck_tasks_completed_at");
    }
  };

  private final boolean isSqlite;

  Mutant(boolean isSqlite) {
    this.isSqlite = isSqlite;
  }

  private static boolean sqlite() {
    return true;
  }

  private static boolean postgres() {
    return false;
  }

  boolean isSqlite() {
    return isSqlite;
  }

  Dialect dialect() {
    return isSqlite ? new SqliteDialectProvider().create() : new PostgresDialectProvider().create();
  }

  /** Returns the statements that change the schema. */
  List<String> statements() {
    return List.of();
  }

  /** Returns the text of a statement with the fault. */
  String rewritten(String sql) {
    return sql;
  }

  /** Registers a callback after the commit. */
  void afterCommit(TaskTransaction transaction, boolean isNested, Runnable run) {
    transaction.afterCommit(run);
  }

  /** Returns plain jOOQ of a transaction. */
  DSLContext contextOf(TaskTransaction transaction, TaskStore store) {
    return transaction.dsl();
  }

  /** Selects the first value in an order without the condition that it is not null. */
  private static String withNulls(String sql, String direction) {
    return sql.replaceAll(
        "^(select (\\S+) from .*)\\2 is not null(\\)? order by \\2 " + direction + ")", "$1true$3");
  }

  private static UUID withSignFlipped(UUID id) {
    return new UUID(id.getMostSignificantBits() ^ Long.MIN_VALUE, id.getLeastSignificantBits());
  }

  private static Instant rounded(Instant value) {
    return value.plus(500, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
  }

  private static ConstraintInspector reversed(ConstraintInspector inspector) {
    return new ConstraintInspector() {
      @Override
      public List<List<String>> uniqueKeys(Connection connection, String table)
          throws SQLException {
        List<List<String>> keys = new ArrayList<>(inspector.uniqueKeys(connection, table));
        Collections.reverse(keys);
        return keys;
      }

      @Override
      public List<List<String>> foreignKeys(Connection connection, String table)
          throws SQLException {
        return inspector.foreignKeys(connection, table);
      }

      @Override
      public Map<List<String>, DeleteAction> deleteActions(Connection connection, String table)
          throws SQLException {
        return inspector.deleteActions(connection, table);
      }
    };
  }

  private static BulkLoader withoutLastRow(BulkLoader loader) {
    return (connection, table, columns) ->
        loader.prepare(connection, table, columns).map(Mutant::withoutLastRow);
  }

  private static BulkLoader.TableLoad withoutLastRow(BulkLoader.TableLoad load) {
    return (connection, rows) -> {
      List<BulkLoader.Row> all = new ArrayList<>();
      rows.forEachRemaining(all::add);
      List<BulkLoader.Row> kept = all.subList(0, Math.max(0, all.size() - 1));
      return load.load(connection, kept.iterator()) + all.size() - kept.size();
    };
  }
}
