package dev.taskstore.tck;

import org.junit.jupiter.api.Nested;

/**
 * The contract that every dialect must pass. A dialect extends this class once for each kind of
 * database that it speaks to:
 *
 * <pre>{@code
 * class MyDialectTckTest extends DialectTck {
 *   @Override
 *   protected DialectProvider provider() {
 *     return new MyDialectProvider();
 *   }
 *
 *   @Override
 *   protected TckDatabase newDatabase() {
 *     return TckDatabase.of("jdbc:...", () -> {});
 *   }
 * }
 * }</pre>
 *
 * <p>The provider has to be on the class path as it is in production, in {@code META-INF/services}.
 * What the dialect's {@linkplain dev.taskstore.db.spi.Dialect#capabilities() capabilities} do not
 * claim is skipped, everything else has to pass. One store is open for all tests that need no
 * database of their own; its tables are emptied before each test.
 */
public abstract class DialectTck extends DialectFixture {

  /** Creates the contract; JUnit does. */
  protected DialectTck() {}

  @Nested
  class ApplicationDataSource extends ApplicationDataSourceContract {
    ApplicationDataSource() {
      super(DialectTck.this);
    }
  }

  @Nested
  class BulkLoad extends BulkLoadContract {
    BulkLoad() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract {
    Concurrency() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Constraint extends ConstraintContract {
    Constraint() {
      super(DialectTck.this);
    }
  }

  @Nested
  class CompositeKey extends CompositeKeyContract {
    CompositeKey() {
      super(DialectTck.this);
    }
  }

  @Nested
  class DryRun extends DryRunContract {
    DryRun() {
      super(DialectTck.this);
    }
  }

  @Nested
  class ExecuteListener extends ExecuteListenerContract {
    ExecuteListener() {
      super(DialectTck.this);
    }
  }

  @Nested
  class ForeignSchema extends ForeignSchemaContract {
    ForeignSchema() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Identity extends IdentityUpsertContract {
    Identity() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Instant extends InstantContract {
    Instant() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Interruption extends InterruptionContract {
    Interruption() {
      super(DialectTck.this);
    }
  }

  @Nested
  class InvalidRow extends InvalidRowContract {
    InvalidRow() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Isolation extends IsolationContract {
    Isolation() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Jooq extends JooqContract {
    Jooq() {
      super(DialectTck.this);
    }
  }

  @Nested
  class KeysetPaging extends KeysetPagingContract {
    KeysetPaging() {
      super(DialectTck.this);
    }
  }

  @Nested
  class LargeInput extends LargeInputContract {
    LargeInput() {
      super(DialectTck.this);
    }
  }

  @Nested
  class LostUpdate extends LostUpdateContract {
    LostUpdate() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Migration extends MigrationContract {
    Migration() {
      super(DialectTck.this);
    }
  }

  @Nested
  class MigrationHistory extends MigrationHistoryContract {
    MigrationHistory() {
      super(DialectTck.this);
    }
  }

  @Nested
  class MigrationWalk extends MigrationWalkContract {
    MigrationWalk() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Opening extends OpeningContract {
    Opening() {
      super(DialectTck.this);
    }
  }

  @Nested
  class QueryTimeout extends QueryTimeoutContract {
    QueryTimeout() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Reader extends ReaderContract {
    Reader() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Resource extends ResourceContract {
    Resource() {
      super(DialectTck.this);
    }
  }

  @Nested
  class SchemaDrift extends SchemaDriftContract {
    SchemaDrift() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Secrecy extends SecrecyContract {
    Secrecy() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Selection extends SelectionContract {
    Selection() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Streaming extends StreamingContract {
    Streaming() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TagRepository extends TagRepositoryContract {
    TagRepository() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TaskRepository extends TaskRepositoryContract {
    TaskRepository() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Text extends TextContract {
    Text() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TitleSearch extends TitleSearchContract {
    TitleSearch() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Transaction extends TransactionContract {
    Transaction() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TransactionOptions extends TransactionOptionsContract {
    TransactionOptions() {
      super(DialectTck.this);
    }
  }

  @Nested
  class UpToDateSchema extends UpToDateSchemaContract {
    UpToDateSchema() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Type extends TypeContract {
    Type() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TypeUpsert extends TypeUpsertContract {
    TypeUpsert() {
      super(DialectTck.this);
    }
  }

  @Nested
  class UserRepository extends UserRepositoryContract {
    UserRepository() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Uuid extends UuidContract {
    Uuid() {
      super(DialectTck.this);
    }
  }
}
