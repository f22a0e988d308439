/** Token scores on disk: Parquet shards that several kernels share, bounded in size. */
package org.rsrkernel.scoring.cache;
