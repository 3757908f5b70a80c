package dev.taskstore.dialect.tck;

import org.junit.jupiter.api.Nested;

/**
 * The contract that every dialect must pass. Extend this class once for each kind of database that
 * the dialect supports:
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
 * <p>The provider must be listed in {@code META-INF/services} on the class path, as in production.
 * Tests of a capability that is not among the dialect's {@linkplain
 * dev.taskstore.db.spi.Dialect#capabilities() capabilities} are skipped; all other tests must pass.
 * Tests that do not require a database of their own share one store, whose tables are emptied
 * before each test.
 */
public abstract class DialectTck extends DialectFixture {

  /** Creates the contract. Called by JUnit. */
  protected DialectTck() {}

  @Nested
  class AlteredTable extends AlteredTableContract {
    AlteredTable() {
      super(DialectTck.this);
    }
  }

  @Nested
  class ApplicationCallback extends ApplicationCallbackContract {
    ApplicationCallback() {
      super(DialectTck.this);
    }
  }

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
  class ChangeSetRecord extends ChangeSetRecordContract {
    ChangeSetRecord() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Changelog extends ChangelogContract {
    Changelog() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Classification extends ClassificationContract {
    Classification() {
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
  class Condition extends ConditionContract {
    Condition() {
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
  class EnumOrder extends EnumOrderContract {
    EnumOrder() {
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
  class FailedTransaction extends FailedTransactionContract {
    FailedTransaction() {
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
  class GuardedConnection extends GuardedConnectionContract {
    GuardedConnection() {
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
  class Integrity extends IntegrityContract {
    Integrity() {
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
  class JooqReader extends JooqReaderContract {
    JooqReader() {
      super(DialectTck.this);
    }
  }

  @Nested
  class JooqTransaction extends JooqTransactionContract {
    JooqTransaction() {
      super(DialectTck.this);
    }
  }

  @Nested
  class JoinTable extends JoinTableContract {
    JoinTable() {
      super(DialectTck.this);
    }
  }

  @Nested
  class KeyOnly extends KeyOnlyUpsertContract {
    KeyOnly() {
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
  class NewerSchema extends NewerSchemaContract {
    NewerSchema() {
      super(DialectTck.this);
    }
  }

  @Nested
  class NullArgument extends NullArgumentContract {
    NullArgument() {
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
  class PatternMatching extends PatternMatchingContract {
    PatternMatching() {
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
  class RetryCallback extends RetryCallbackContract {
    RetryCallback() {
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
  class SelectionPaging extends SelectionPagingContract {
    SelectionPaging() {
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
  class Text extends TextContract {
    Text() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TextSearch extends TextSearchContract {
    TextSearch() {
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
  class TransactionCallback extends TransactionCallbackContract {
    TransactionCallback() {
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

  @Nested
  class Version extends VersionContract {
    Version() {
      super(DialectTck.this);
    }
  }

  @Nested
  class WriteOrder extends WriteOrderContract {
    WriteOrder() {
      super(DialectTck.this);
    }
  }
}
