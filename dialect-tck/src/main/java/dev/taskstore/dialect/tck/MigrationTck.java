package dev.taskstore.dialect.tck;

import org.junit.jupiter.api.Nested;

/**
 * The contracts of opening and migrating databases, which every dialect must pass, too. Extend this
 * class as {@link DialectTck}: both together are the contract of a dialect. They are two classes so
 * that two processes can run them at the same time.
 */
public abstract class MigrationTck extends DialectFixture {

  /** Creates the contract. Called by JUnit. */
  protected MigrationTck() {}

  @Nested
  class ChangeSetRecord extends ChangeSetRecordContract {
    ChangeSetRecord() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Changelog extends ChangelogContract {
    Changelog() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class ChangelogStatement extends ChangelogStatementContract {
    ChangelogStatement() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class DryRun extends DryRunContract {
    DryRun() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class ForeignSchema extends ForeignSchemaContract {
    ForeignSchema() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class IncompleteTransfer extends IncompleteTransferContract {
    IncompleteTransfer() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Migration extends MigrationContract {
    Migration() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class MigrationHistory extends MigrationHistoryContract {
    MigrationHistory() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class MigrationWalk extends MigrationWalkContract {
    MigrationWalk() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class NewerSchema extends NewerSchemaContract {
    NewerSchema() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class Opening extends OpeningContract {
    Opening() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class SchemaDrift extends SchemaDriftContract {
    SchemaDrift() {
      super(MigrationTck.this);
    }
  }

  @Nested
  class UpToDateSchema extends UpToDateSchemaContract {
    UpToDateSchema() {
      super(MigrationTck.this);
    }
  }
}
