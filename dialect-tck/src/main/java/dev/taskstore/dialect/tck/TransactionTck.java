package dev.taskstore.dialect.tck;

import org.junit.jupiter.api.Nested;

/** The contracts of connections, transactions and plain jOOQ. */
abstract class TransactionTck extends DialectFixture {

  @Nested
  class AlteredTable extends AlteredTableContract {
    AlteredTable() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class ApplicationCallback extends ApplicationCallbackContract {
    ApplicationCallback() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class ApplicationDataSource extends ApplicationDataSourceContract {
    ApplicationDataSource() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract {
    Concurrency() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class ExecuteListener extends ExecuteListenerContract {
    ExecuteListener() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class FailedTransaction extends FailedTransactionContract {
    FailedTransaction() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class GuardedConnection extends GuardedConnectionContract {
    GuardedConnection() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Interruption extends InterruptionContract {
    Interruption() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Isolation extends IsolationContract {
    Isolation() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Jooq extends JooqContract {
    Jooq() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class JooqReader extends JooqReaderContract {
    JooqReader() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class JooqTransaction extends JooqTransactionContract {
    JooqTransaction() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class LostUpdate extends LostUpdateContract {
    LostUpdate() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class ManagedTransaction extends ManagedTransactionContract {
    ManagedTransaction() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class QueryTimeout extends QueryTimeoutContract {
    QueryTimeout() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Reader extends ReaderContract {
    Reader() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Resource extends ResourceContract {
    Resource() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class RetryCallback extends RetryCallbackContract {
    RetryCallback() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class Transaction extends TransactionContract {
    Transaction() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class TransactionCallback extends TransactionCallbackContract {
    TransactionCallback() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class TransactionCommand extends TransactionCommandContract {
    TransactionCommand() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class TransactionOptions extends TransactionOptionsContract {
    TransactionOptions() {
      super(TransactionTck.this);
    }
  }

  @Nested
  class WriteOrder extends WriteOrderContract {
    WriteOrder() {
      super(TransactionTck.this);
    }
  }
}
